import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Exemption } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { customerLayerTranslationRef } from '../../translation';

/** Says that a finding is exempt, or that somebody asked for that, and why. */
export function ExemptionNote({ exemption }: { exemption: Exemption }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <Box mt={1} style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2">
        {t(
          exemption.state === 'approved'
            ? 'audit.findings.exemptUntil'
            : 'audit.findings.exemptionAsked',
          { day: formatDay(exemption.expiresOn, language) },
        )}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {exemption.reason}
      </Typography>
    </Box>
  );
}
