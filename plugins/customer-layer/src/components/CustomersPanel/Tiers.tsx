import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { tierCounts } from '../../lib/customers';
import { listOf } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

/** How many of the customers are of each tier, in a line. */
export function Tiers({ customers }: { customers: readonly CustomerEntry[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const counts = tierCounts(customers).map(({ tier, count }) => {
    const number = String(count);
    return tier === undefined
      ? t('customers.withoutTier', { number })
      : t('customers.ofTier', { number, tier: String(tier) });
  });
  return (
    <Typography variant="body2" color="textSecondary" gutterBottom>
      {listOf(counts, language)}
    </Typography>
  );
}
