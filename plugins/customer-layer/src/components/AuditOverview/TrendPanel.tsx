import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditRun,
  AuditSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Suspense, lazy } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { formatShare } from '../../lib/audit/summary';
import {
  ScoreCourse,
  scoreCourse,
  trendMarks,
  trendOf,
} from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { RuleMarks } from './RuleMarks';
import { TrendTable } from './TrendTable';

// The library of charts is large, and only this panel needs it.
const TrendChart = lazy(() => import('./TrendChart'));

function Course({ since, from, to, points }: ScoreCourse) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const facts = {
    count: Math.abs(points),
    day: formatDay(since, language),
    from: formatShare(from, language),
    to: formatShare(to, language),
  };
  const words = () => {
    if (!points) {
      return t('audit.trend.level', facts);
    }
    return points > 0
      ? t('audit.trend.up', facts)
      : t('audit.trend.down', facts);
  };
  return (
    <Typography variant="body2" paragraph>
      {words()}
    </Typography>
  );
}

/** Props of {@link TrendPanel}. */
export type TrendPanelProps = {
  /** Of each day the last one that is done, the newest first. */
  runs: AuditRun[];
  /** Those in force. */
  rules: AuditSummary['rules'];
};

/** Where the catalog is going: in a sentence, as lines and, on demand, in figures. */
export function TrendPanel({ runs, rules }: TrendPanelProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const points = trendOf(runs, rules);
  const marks = trendMarks(points);
  const course = scoreCourse(points);
  const titleOf = (ruleId: string) =>
    rules.find(({ id }) => id === ruleId)?.title ?? ruleId;
  return (
    <>
      {course && <Course {...course} />}
      {points.length > 1 ? (
        <div role="img" aria-label={t('audit.trend.chart')}>
          <Suspense fallback={<Progress />}>
            <TrendChart points={points} marks={marks} />
          </Suspense>
        </div>
      ) : (
        <Typography variant="body2" paragraph>
          {t('audit.trend.one')}
        </Typography>
      )}
      {marks.length > 0 && <RuleMarks marks={marks} titleOf={titleOf} />}
      {points.length > 0 && (
        <Disclosure label={t('audit.trend.table')}>
          <TrendTable points={points} titleOf={titleOf} />
        </Disclosure>
      )}
    </>
  );
}
