import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactElement } from 'react';
import { Answer } from '../../hooks/useAnswer';
import { Failure } from '../../lib/failure';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link AnswerFailure}. */
export type AnswerFailureProps = { failure: Failure; retry: () => void };

/** Why there is no answer, and what one can do about it. */
export function AnswerFailure({ failure, retry }: AnswerFailureProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { reason, error } = failure;
  const again = (
    <Button variant="outlined" color="primary" onClick={retry}>
      {t('state.retry')}
    </Button>
  );
  if (reason === 'broken') {
    return (
      <>
        <ResponseErrorPanel title={t('state.broken')} error={error} />
        <Box mt={2}>{again}</Box>
      </>
    );
  }
  return (
    <EmptyState
      missing="info"
      title={t(`state.${reason}`)}
      description={t(`state.${reason}Text`)}
      action={again}
    />
  );
}

/** Props of {@link AnswerBoundary}. */
export type AnswerBoundaryProps<T> = {
  answer: Answer<T>;
  /** What stands where the answer will be. */
  loading: ReactElement;
  /** Stands in for the failure where there is little room. */
  failed?: (props: AnswerFailureProps) => ReactElement;
  children(value: T): ReactElement;
};

/** Shows an answer in whichever state it is. */
export function AnswerBoundary<T>(props: AnswerBoundaryProps<T>) {
  const { answer, loading, failed: Failed = AnswerFailure, children } = props;
  switch (answer.status) {
    case 'loading':
      return loading;
    case 'failed':
      return <Failed failure={answer.failure} retry={answer.retry} />;
    default:
      return children(answer.value);
  }
}
