import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useImpactAddress } from '../../hooks/useImpactAddress';
import { customerLayerTranslationRef } from '../../translation';

/** Leads to who is hit if an entity fails, where the app has the page for it. */
export function ImpactLink({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const address = useImpactAddress(stringifyEntityRef(entity));
  return (
    address && (
      <Typography variant="body2">
        <Link to={address}>{t('impact.menuItem')}</Link>
      </Typography>
    )
  );
}
