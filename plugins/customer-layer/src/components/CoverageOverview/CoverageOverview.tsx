import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Coverage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCoverageHistory } from '../../hooks/useCoverage';
import { withNow } from '../../lib/coverageView/course';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { CoursePanel } from './CoursePanel';
import { DeclarationList } from './DeclarationList';
import { KindTable } from './KindTable';

/** Props of {@link CoverageOverview}. */
export type CoverageOverviewProps = {
  coverage: Coverage;
  /** Changes whenever what is shown may have. */
  version: string;
};

/** How coverage grew, what it is like by kind, and who declared what it comes from. */
export function CoverageOverview(props: CoverageOverviewProps) {
  const { coverage, version } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const history = useCoverageHistory(version);
  return (
    <Grid container spacing={3} alignItems="flex-start">
      <Grid item xs={12}>
        <EntityInfoCard title={t('coverage.course.title')}>
          <AnswerBoundary answer={history} loading={<Progress />}>
            {({ items }) => <CoursePanel samples={withNow(items, coverage)} />}
          </AnswerBoundary>
        </EntityInfoCard>
      </Grid>
      <Grid item xs={12} md={7}>
        <EntityInfoCard title={t('coverage.kinds.title')}>
          <KindTable byKind={coverage.byKind} />
        </EntityInfoCard>
      </Grid>
      <Grid item xs={12} md={5}>
        <EntityInfoCard title={t('coverage.declarations.title')}>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('coverage.declarations.text')}
          </Typography>
          <DeclarationList declarations={coverage.declarations} />
        </EntityInfoCard>
      </Grid>
    </Grid>
  );
}
