import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Severity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { Mark } from '../Mark';

/** How much a failure matters, in a word. */
export function SeverityChip({ severity }: { severity: Severity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Mark
      filled={severity === 'error'}
      label={t(`audit.severity.${severity}`)}
    />
  );
}
