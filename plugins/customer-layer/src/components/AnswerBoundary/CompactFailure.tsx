import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerFailureProps } from './AnswerBoundary';

/** Why there is no answer, where there is little room. */
export function CompactFailure({ failure, retry }: AnswerFailureProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <div role="status">
      <Typography variant="body2">{t(`state.${failure.reason}`)}</Typography>
      <Button size="small" color="primary" onClick={retry}>
        {t('state.retry')}
      </Button>
    </div>
  );
}
