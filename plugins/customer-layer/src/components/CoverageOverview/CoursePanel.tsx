import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CoverageSample } from '@missing-layer/backstage-plugin-customer-layer-common';
import { lazy, Suspense } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import {
  courseChange,
  CourseChange,
  courseOf,
  courseTimeFormat,
} from '../../lib/coverageView/course';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { CourseTable } from './CourseTable';

// The library of charts is large, and only this panel needs it.
const CourseChart = lazy(() => import('./CourseChart'));

type ChangeProps = { change: CourseChange; format: (time: number) => string };

function Change({ change, format }: ChangeProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { since, from, to, points } = change;
  const facts = {
    count: Math.abs(points),
    since: format(since),
    from: formatShare(from, language),
    to: formatShare(to, language),
  };
  const words = () => {
    if (!points) {
      return t('coverage.course.level', facts);
    }
    return points > 0
      ? t('coverage.course.up', facts)
      : t('coverage.course.down', facts);
  };
  return (
    <Typography variant="body2" paragraph>
      {words()}
    </Typography>
  );
}

/** How coverage grew: in a sentence, as lines and, on demand, in figures. */
export function CoursePanel({ samples }: { samples: CoverageSample[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const points = courseOf(samples);
  const format = courseTimeFormat(points, language);
  const change = courseChange(points);
  if (!change) {
    return <Typography variant="body2">{t('coverage.course.one')}</Typography>;
  }
  return (
    <>
      <Change change={change} format={format} />
      <div role="img" aria-label={t('coverage.course.chart')}>
        <Suspense fallback={<Progress />}>
          <CourseChart points={points} format={format} />
        </Suspense>
      </div>
      <Disclosure label={t('coverage.course.table')}>
        <CourseTable points={points} format={format} />
      </Disclosure>
    </>
  );
}
