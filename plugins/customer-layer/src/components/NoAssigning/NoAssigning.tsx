import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MayAssign } from '../../hooks/useMayAssign';
import { customerLayerTranslationRef } from '../../translation';

/** Says why one may assign nothing at all; nothing where one may. */
export function NoAssigning({ may }: { may: MayAssign }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return may === 'yes' ? null : (
    <Typography variant="body2" color="textSecondary">
      {t(`assign.rights.${may}`)}
    </Typography>
  );
}
