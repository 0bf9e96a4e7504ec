import Chip from '@material-ui/core/Chip';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Severity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

/** How much a failure matters, in a word. */
export function SeverityChip({ severity }: { severity: Severity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Chip
      size="small"
      variant={severity === 'error' ? 'default' : 'outlined'}
      style={{ margin: 0 }}
      label={t(`audit.severity.${severity}`)}
    />
  );
}
