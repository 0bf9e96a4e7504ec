import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { auditSearch } from '../../lib/audit/filters';
import { auditPageRouteRef } from '../../routes';
import { customerLayerTranslationRef } from '../../translation';

const RULES = [
  ['filters.noCustomer', ['economic-customer', 'serves-someone']],
  ['filters.noOperationsTeam', ['operations-team']],
] as const;

/** Leads to what the audit found to have no customer, or no operations team, where its page is there. */
export function AuditLinks() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const auditPath = useRouteRef(auditPageRouteRef);
  const id = useId();
  if (!auditPath) {
    return null;
  }
  return (
    <nav aria-labelledby={id}>
      <Typography id={id} variant="body2">
        <strong>{t('filters.audited')}</strong>
      </Typography>
      {RULES.map(([label, rule]) => (
        <Typography key={label} variant="body2">
          <Link
            to={`${auditPath()}${auditSearch('findings', {
              rule: [...rule],
            })}`}
          >
            {t(label)}
          </Link>
        </Typography>
      ))}
    </nav>
  );
}
