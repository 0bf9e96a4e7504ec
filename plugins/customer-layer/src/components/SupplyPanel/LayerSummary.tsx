import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { StackSection } from '../../lib/stack';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, EntityNames } from '../EntityName';

// So many are named; the others are counted.
const FEW = 3;

/** What sits in a layer and who owns it, in two lines, while its entries are folded away. */
export function LayerSummary({ entries, owners }: StackSection) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const andMore = (all: number): ReactNode =>
    all > FEW && <> {t('supply.more', { count: all - FEW })}</>;
  return (
    <Typography variant="caption" component="div" paragraph>
      <div>
        {entries.slice(0, FEW).map(({ entityRef, title, exists }, index) => (
          <span key={entityRef}>
            {index > 0 && ', '}
            <EntityName entityRef={entityRef} title={title} exists={exists} />
          </span>
        ))}
        {andMore(entries.length)}
      </div>
      <Typography variant="inherit" color="textSecondary" component="div">
        {owners.length
          ? t('supply.ownedBy', {
              names: (
                <EntityNames refs={owners.slice(0, FEW)} confidential="team" />
              ),
            })
          : t('supply.noOwner')}
        {andMore(owners.length)}
      </Typography>
    </Typography>
  );
}
