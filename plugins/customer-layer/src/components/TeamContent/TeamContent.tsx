import { Entity } from '@backstage/catalog-model';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  AssignmentAnswer,
  TeamOperations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useReducer } from 'react';
import { Assigning, useAssigning } from '../../hooks/useAssigning';
import { useCatchUp } from '../../hooks/useCatchUp';
import { useOperations } from '../../hooks/useCustomerLayer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { AssignToEntities } from '../AssignToEntities';
import { CatchUpNotice } from '../CatchUpNotice';
import { useNameOf } from '../EntityName';
import { ExportButton } from '../ExportDialog';
import { GraphFooter } from '../GraphFooter';
import { ReadinessPillars } from '../OperationsPanel/ReadinessPillars';
import { WhoSaysSo } from '../WhoSaysSo';
import { ConsumedList } from './ConsumedList';
import { OperatedList } from './OperatedList';

const useStyles = makeStyles(
  theme => ({
    who: {
      '&:empty': {
        display: 'none',
      },
    },
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerTeamContent' },
);

type CardProps = {
  part: 'operates' | 'readiness' | 'customerOf';
  action?: ReactNode;
  children: ReactNode;
};

function TeamCard({ part, action, children }: CardProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Grid item xs={12} md={6} lg={4}>
      <EntityInfoCard title={t(`index.team.${part}`)} headerActions={action}>
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

// As what a team can be assigned, what one comes for first.
const AS = ['operationsTeam', 'internalCustomers'] as const;

type TeamProps = {
  entity: Entity;
  operations: TeamOperations;
  assigning: Assigning;
  catchUp: ReactNode;
  onAssigned: (answer: AssignmentAnswer) => void;
};

function Team(props: TeamProps) {
  const { entity, operations, assigning, catchUp, onAssigned } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('team');
  const { teamRef, title, readiness, operates, customerOf } = operations;
  const { graph, truncated } = operations;
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
      <TeamCard
        part="operates"
        action={
          <div className={classes.acts}>
            <AssignToEntities
              assignedRef={teamRef}
              title={title}
              as={AS}
              onAssigned={onAssigned}
            />
            <ExportButton
              entityRefs={[...operates, ...customerOf].map(
                ({ entityRef }) => entityRef,
              )}
            />
          </div>
        }
      >
        {catchUp}
        <OperatedList entity={entity} operations={operations} />
      </TeamCard>
      <TeamCard part="customerOf">
        <ConsumedList entries={customerOf} />
      </TeamCard>
      <Grid item xs={12} className={classes.who}>
        <WhoSaysSo entity={entity} assigning={assigning} />
      </Grid>
      <Grid item xs={12}>
        <GraphFooter builtAt={graph.builtAt} truncated={truncated} />
      </Grid>
    </Grid>
  );
}

/** What a team keeps running, how ready it is to, and of what it is a customer itself. */
export function TeamContent({ entity }: { entity: Entity }) {
  const [version, look] = useReducer((count: number) => count + 1, 0);
  const answer = useOperations(entity, version);
  const assigning = useAssigning(entity, look);
  const { state, begin } = useCatchUp(look);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingTeam />}>
      {operations => (
        <Team
          entity={entity}
          operations={operations}
          assigning={assigning}
          catchUp={<CatchUpNotice state={state} />}
          onAssigned={begin}
        />
      )}
    </AnswerBoundary>
  );
}
