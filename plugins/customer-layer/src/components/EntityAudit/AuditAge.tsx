import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';

/** When the audit was that something comes from. */
export function AuditAge({ run }: { run: AuditRun }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const time = run.endedAt ?? run.startedAt;
  return (
    <Typography variant="caption" color="textSecondary" component="p">
      {t('audit.entity.age', {
        age: (
          <time dateTime={time} title={time}>
            {formatAge(time, new Date(), language)}
          </time>
        ),
      })}
    </Typography>
  );
}
