import { Entity } from '@backstage/catalog-model';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { TeamOperations } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode } from 'react';
import { useOperations } from '../../hooks/useCustomerLayer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { useNameOf } from '../EntityName';
import { GraphFooter } from '../GraphFooter';
import { ReadinessPillars } from '../OperationsPanel/ReadinessPillars';
import { ConsumedList } from './ConsumedList';
import { OperatedList } from './OperatedList';

type CardProps = {
  part: 'operates' | 'readiness' | 'customerOf';
  children: ReactNode;
};

function TeamCard({ part, children }: CardProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Grid item xs={12} md={6} lg={4}>
      <EntityInfoCard title={t(`index.team.${part}`)}>
        <Typography variant="body2" color="textSecondary" paragraph>
          {t(`index.team.${part}Subtitle`)}
        </Typography>
        {children}
      </EntityInfoCard>
    </Grid>
  );
}

const PARTS = ['readiness', 'operates', 'customerOf'] as const;

const LoadingTeam = () => (
  <Grid container spacing={3} alignItems="flex-start">
    {PARTS.map(part => (
      <TeamCard key={part} part={part}>
        <div style={{ minHeight: 240 }}>
          <Progress />
        </div>
      </TeamCard>
    ))}
  </Grid>
);

type TeamProps = { entity: Entity; operations: TeamOperations };

function Team({ entity, operations }: TeamProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('team');
  const { teamRef, title, readiness, customerOf, graph, truncated } =
    operations;
  return (
    <Grid container spacing={3} alignItems="flex-start">
      <TeamCard part="readiness">
        {readiness ? (
          <ReadinessPillars
            readiness={readiness}
            team={nameOf(teamRef, title)}
          />
        ) : (
          <Typography variant="body2">
            {t('index.team.readinessNone')}
          </Typography>
        )}
      </TeamCard>
      <TeamCard part="operates">
        <OperatedList entity={entity} operations={operations} />
      </TeamCard>
      <TeamCard part="customerOf">
        <ConsumedList entries={customerOf} />
      </TeamCard>
      <Grid item xs={12}>
        <GraphFooter builtAt={graph.builtAt} truncated={truncated} />
      </Grid>
    </Grid>
  );
}

/** What a team keeps running, how ready it is to, and of what it is a customer itself. */
export function TeamContent({ entity }: { entity: Entity }) {
  const answer = useOperations(entity);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingTeam />}>
      {operations => <Team entity={entity} operations={operations} />}
    </AnswerBoundary>
  );
}
