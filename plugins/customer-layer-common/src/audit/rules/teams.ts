import { PILLARS, Pillar } from '../../model/readiness';
import { pillarsMissing } from '../../graph/operations';
import { AuditRule, Fix } from '../AuditRule';
import { annotationsToWrite, examples } from '../fixes';
import { Evidence, Verdict } from '../finding';
import { count, fail, pass, skipped, tell, unmeasured } from '../verdicts';

const VERDICTS = { pass, fail, unmeasured };

const capitalized = (text: string) =>
  text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);

const pillarRule = (
  pillar: Pillar,
  words: Pick<AuditRule, 'title' | 'why'> & { fix: Fix },
): AuditRule => ({
  id: `team-${pillar}`,
  title: words.title,
  why: words.why,
  severity: 'warning',
  kinds: ['group'],
  fix: () => words.fix,
  check({ subject, context }): Verdict {
    const operates = context.operates(subject.entityRef);
    const readiness = context.team(subject.entityRef).readiness;
    if (!operates || !readiness) {
      return skipped('It operates nothing');
    }
    const { state, evidence } = readiness[pillar];
    return VERDICTS[state](capitalized(evidence));
  },
});

/** An operations team has enough people. */
export const teamStaffed = pillarRule('staffed', {
  title: 'Is staffed',
  why: 'Two people can’t keep a service running through nights, holidays and the flu.',
  fix: {
    text: 'Add members to the group or to its child groups, or hand over what it operates.',
  },
});

/** An operations team was trained lately. */
export const teamTrained = pillarRule('trained', {
  title: 'Is trained',
  why: 'Who has not practised an outage learns during one.',
  fix: {
    text: 'Hold a training. Then confirm it on the page of the group, or write down when it was.',
    yaml: annotationsToWrite(examples('trainedOn')),
  },
});

/** An operations team has what it needs. */
export const teamEquipped = pillarRule('equipped', {
  title: 'Is equipped',
  why: 'Without a way to be reached, runbooks and dashboards, a team is asked to find its way in the dark.',
  fix: {
    text: 'Say how whoever is on call is reached, and where runbooks and dashboards are.',
    yaml: annotationsToWrite(examples('onCall', 'runbooks', 'dashboards')),
  },
});

/** An operations team is somebody's responsibility. */
export const teamManaged = pillarRule('managed', {
  title: 'Is managed',
  why: 'A team that nobody looks after loses its people first and its services then.',
  fix: {
    text: 'Name the manager, and review the team. Then confirm the review on the page of the group, or write down when it was.',
    yaml: annotationsToWrite(examples('manager', 'reviewedOn')),
  },
});

/** No team behind a customer of tier 1 fails. */
export const criticalChain: AuditRule = {
  id: 'critical-chain',
  title: 'No team behind it fails',
  why: 'What the most critical customers get is only as dependable as the weakest team behind it.',
  severity: 'error',
  kinds: ['customer'],
  fix: () => ({
    text: 'Put right what these teams lack: each of them has findings of its own.',
  }),
  check({ subject, context }) {
    if (subject.tier !== 1) {
      return skipped('It is not a customer of tier 1');
    }
    const teams = context.teamsBehind(subject.entityRef);
    if (!teams.length) {
      return context.servedBy(subject.entityRef).length
        ? unmeasured('Nobody is known to operate what it gets')
        : skipped('Nothing has it as a direct customer');
    }
    const lacking = (wanted: string) =>
      teams.flatMap(({ teamRef, exists, readiness }): Evidence[] => {
        if (!exists) {
          return wanted === 'fail'
            ? [{ text: `${teamRef}, not in the catalog` }]
            : [];
        }
        const pillars = PILLARS.filter(
          pillar => readiness?.[pillar].state === wanted,
        );
        return pillars.length
          ? [{ text: `${teamRef}: ${pillars.join(', ')}` }]
          : [];
      });
    const failing = lacking('fail');
    if (failing.length) {
      return fail(
        `${failing.length} of ${count(
          teams.length,
          'operations team',
        )} behind it ${failing.length === 1 ? 'fails' : 'fail'} a pillar`,
        tell(failing, evidence => evidence),
      );
    }
    return teams.some(team => pillarsMissing(team))
      ? unmeasured(
          'No team behind it fails, but not all is known of them',
          tell(lacking('unmeasured'), evidence => evidence),
        )
      : pass(`${count(teams.length, 'operations team')} behind it, all ready`);
  },
};
