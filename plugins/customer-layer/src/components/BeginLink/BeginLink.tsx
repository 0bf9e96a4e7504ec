import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { coveragePageRouteRef } from '../../routes';
import { customerLayerTranslationRef } from '../../translation';

/** Leads to the page of coverage, where one can begin without touching a file; nothing in an app that has none. */
export function BeginLink() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const path = useRouteRef(coveragePageRouteRef);
  if (!path) {
    return null;
  }
  return (
    <Typography variant="body2" paragraph>
      {t('coverage.begin.text')}{' '}
      <Link to={path()} underline="always">
        {t('coverage.begin.link')}
      </Link>
    </Typography>
  );
}
