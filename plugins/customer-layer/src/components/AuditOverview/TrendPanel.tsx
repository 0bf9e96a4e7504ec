import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Suspense, lazy } from 'react';
import { TrendPoint } from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { TrendTable } from './TrendTable';

// The library of charts is large, and only this panel needs it.
const TrendChart = lazy(() => import('./TrendChart'));

/** Where the catalog is going, as lines and, on demand, in figures. */
export function TrendPanel({ points }: { points: TrendPoint[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      {points.length > 1 ? (
        <div role="img" aria-label={t('audit.trend.chart')}>
          <Suspense fallback={<Progress />}>
            <TrendChart points={points} />
          </Suspense>
        </div>
      ) : (
        <Typography variant="body2" paragraph>
          {t('audit.trend.one')}
        </Typography>
      )}
      {points.length > 0 && (
        <Disclosure label={t('audit.trend.table')}>
          <TrendTable points={points} />
        </Disclosure>
      )}
    </>
  );
}
