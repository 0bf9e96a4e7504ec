import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CatchUp } from '../../hooks/useCatchUp';
import { customerLayerTranslationRef } from '../../translation';

/** Says, while it is so, that the catalog has still to take up what was assigned. */
export function CatchUpNotice({ state }: { state: CatchUp }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Typography variant="body2" role="status">
      {state === 'waiting' && t('assign.soon')}
      {state === 'slow' && t('assign.slow')}
    </Typography>
  );
}
