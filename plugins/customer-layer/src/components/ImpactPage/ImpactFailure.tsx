import Button from '@material-ui/core/Button';
import { EmptyState } from '@backstage/core-components';
import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { messageOf } from '../../lib/failure';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerFailure, AnswerFailureProps } from '../AnswerBoundary';

// What is wrong with the question itself.
const WRONG = [400, 404];

/** Why there is no answer: in the words of the server, where something that was picked is the reason. */
export function ImpactFailure(props: AnswerFailureProps) {
  const { failure, retry } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { error } = failure;
  if (!(error instanceof ResponseError) || !WRONG.includes(error.statusCode)) {
    return <AnswerFailure {...props} />;
  }
  return (
    <EmptyState
      missing="info"
      title={t('impact.failure.title')}
      description={`${messageOf(error)}. ${t('impact.failure.remedy')}`}
      action={
        <Button variant="outlined" color="primary" onClick={retry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
