import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { EntityNames } from '../EntityName';

// So many owners are named; the others are counted.
const FEW = 3;

/** Who owns what sits in a layer, in a line, while its entries are folded away. */
export function LayerOwners({ owners }: { owners: string[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const more = owners.length - FEW;
  return (
    <Typography variant="caption" color="textSecondary" component="p" paragraph>
      {owners.length
        ? t('supply.ownedBy', {
            names: (
              <EntityNames refs={owners.slice(0, FEW)} confidential="team" />
            ),
          })
        : t('supply.noOwner')}
      {more > 0 && ` ${t('supply.moreOwners', { count: more })}`}
    </Typography>
  );
}
