import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Answer } from '../../hooks/useAnswer';
import { useLanguage } from '../../hooks/useLanguage';
import { ReachedTeam } from '../../lib/contacts';
import { CalledTeam } from '../../lib/impactTeams';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';
import { Mark } from '../Mark';
import { ContactLinks } from './ContactLinks';
import { useShortName } from './useShortName';

// As many as one calls at once.
const FEW = 5;

/** Props of {@link CallList}. */
export type CallListProps = {
  teams: CalledTeam[];
  contacts: Answer<ReadonlyMap<string, ReachedTeam>>;
};

/** The operations teams to call, in order, and how to reach each. */
export function CallList({ teams, contacts }: CallListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const nameOf = useShortName('team');
  const labelOf = ({ teamRef, title }: CalledTeam) => nameOf(teamRef, title);

  const detailsOf = ({ affected, readiness }: CalledTeam) => {
    const summary = readiness && summarizeReadiness(readiness);
    return [
      affected > 0 &&
        t('impact.call.affected', {
          count: affected,
          shown: affected.toLocaleString(language),
        }),
      summary &&
        t('operations.readiness', {
          passed: String(summary.passed),
          total: String(summary.total),
        }),
    ]
      .filter(Boolean)
      .join(' · ');
  };

  if (!teams.length) {
    return <Typography variant="body2">{t('impact.call.none')}</Typography>;
  }
  return (
    <FoldedList
      label={t('impact.call.title')}
      items={teams}
      initial={FEW}
      keyOf={({ teamRef }) => teamRef}
      textOf={labelOf}
    >
      {team => (
        <Entry
          label={labelOf(team)}
          name={
            <strong>
              <EntityName
                entityRef={team.teamRef}
                title={team.title}
                exists={team.exists}
                confidential="team"
              />
            </strong>
          }
          note={team.first && <Mark label={t('impact.call.first')} />}
          details={detailsOf(team)}
          path={[]}
        >
          <ContactLinks
            teamRef={team.teamRef}
            label={labelOf(team)}
            exists={team.exists}
            contacts={contacts}
          />
        </Entry>
      )}
    </FoldedList>
  );
}
