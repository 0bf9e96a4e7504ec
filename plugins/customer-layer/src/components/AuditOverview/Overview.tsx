import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { AuditSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDailyRuns } from '../../hooks/useAudit';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { Changes } from './Changes';
import { RulesPanel } from './RulesPanel';
import { TalliesPanel } from './TalliesPanel';
import { TrendPanel } from './TrendPanel';

/** Props of {@link Overview}. */
export type OverviewProps = {
  summary: AuditSummary;
  /** Changes whenever what is shown may have. */
  version: number;
};

/** Where the catalog is going, what changed, and where it is worst. */
export function Overview({ summary, version }: OverviewProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const runs = useDailyRuns(version);
  return (
    <Grid container spacing={3} alignItems="flex-start">
      <Grid item xs={12} lg={7}>
        <EntityInfoCard title={t('audit.trend.title')}>
          <AnswerBoundary answer={runs} loading={<Progress />}>
            {days => <TrendPanel runs={days} rules={summary.rules} />}
          </AnswerBoundary>
        </EntityInfoCard>
      </Grid>
      <Grid item xs={12} lg={5}>
        <Changes
          runs={runs.status === 'ready' ? runs.value : []}
          rules={summary.rules}
          version={version}
        />
      </Grid>
      <Grid item xs={12}>
        <EntityInfoCard title={t('audit.rules.title')}>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('audit.rules.text')}
          </Typography>
          <RulesPanel rules={summary.rules} />
        </EntityInfoCard>
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityInfoCard title={t('audit.tallies.owners')}>
          <TalliesPanel by="owner" tallies={summary.owners} />
        </EntityInfoCard>
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityInfoCard title={t('audit.tallies.systems')}>
          <TalliesPanel by="system" tallies={summary.systems} />
        </EntityInfoCard>
      </Grid>
    </Grid>
  );
}
