import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  OperationsEntry,
  TeamEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { teamKey } from '../../lib/cakeLight';
import { originOf } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, useNameOf } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';
import { LightArea } from '../Light';
import { Origin } from '../Origin';
import { Mark } from '../Mark';
import { ReadinessPillars } from './ReadinessPillars';

const MANY = 3;

/** A team, with or without where it comes from. */
export type ListedTeam = TeamEntry &
  Partial<Pick<OperationsEntry, 'source' | 'path' | 'assigned'>>;

/** Props of {@link TeamList}. */
export type TeamListProps = {
  label: string;
  teams: ListedTeam[];
  /** Ref of the team to call out. */
  weakestTeam?: string;
};

/** Operations teams, each with its readiness. */
export function TeamList({ label, teams, weakestTeam }: TeamListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('team');
  const labelOf = ({ teamRef, title }: ListedTeam) => nameOf(teamRef, title);
  return (
    <FoldedList
      label={label}
      items={teams}
      initial={MANY}
      keyOf={team => team.teamRef}
      textOf={labelOf}
    >
      {team => (
        <LightArea lightKey={teamKey(team.teamRef)}>
          <Entry
            label={labelOf(team)}
            name={
              <EntityName
                entityRef={team.teamRef}
                title={team.title}
                exists={team.exists}
                confidential="team"
              />
            }
            note={
              team.teamRef === weakestTeam && (
                <Mark filled label={t('operations.weakest')} />
              )
            }
            details={
              team.source && (
                <Origin
                  origin={originOf(team.source, team.path ?? [])}
                  assigned={team.assigned}
                />
              )
            }
            path={team.path ?? []}
          >
            {team.readiness ? (
              <ReadinessPillars
                readiness={team.readiness}
                team={labelOf(team)}
              />
            ) : (
              <Typography variant="caption" color="textSecondary">
                {t('operations.readinessUnknown')}
              </Typography>
            )}
          </Entry>
        </LightArea>
      )}
    </FoldedList>
  );
}
