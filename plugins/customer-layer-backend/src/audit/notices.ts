import { NotificationPayload } from '@backstage/plugin-notifications-common';
import {
  AuditRule,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { groupBy } from 'lodash';
import { PublishedChange } from './AuditRunner';

const TOPIC = 'customer-layer-audit';

// So many of all that got worse are named.
const MOST_NAMED = 5;

const inWords = (names: readonly string[]) =>
  new Intl.ListFormat('en-US').format(names);

/**
 * What to tell owners after an audit: by ref of the owner, about all that fails and did not at the audit before.
 *
 * @param options.isExempt - whether somebody approved of a failure
 * @param options.rules - those that the audit goes by
 * @see docs/audit.md
 */
export function noticesOf(
  changes: PublishedChange['changes'],
  options: {
    isExempt(finding: ListedFinding): boolean;
    rules: readonly AuditRule[];
  },
): Map<string, NotificationPayload> {
  const worse = new Map<string, ListedFinding[]>();
  for (const { from, to } of changes) {
    if (to?.state === 'fail' && from?.state !== 'fail') {
      for (const ownerRef of options.isExempt(to) ? [] : to.ownerRefs) {
        worse.set(ownerRef, [...(worse.get(ownerRef) ?? []), to]);
      }
    }
  }
  return new Map(
    Array.from(worse, ([ownerRef, findings]) => [
      ownerRef,
      noticeOf(ownerRef, findings, options.rules),
    ]),
  );
}

function noticeOf(
  ownerRef: string,
  findings: readonly ListedFinding[],
  rules: readonly AuditRule[],
): NotificationPayload {
  const isGrave = findings.some(({ severity }) => severity === 'error');
  // As the page of the audit writes its filters into its address; without a state it shows what fails.
  const query = new URLSearchParams({
    view: 'findings',
    'filters[owner]': ownerRef,
  });
  return {
    title:
      findings.length === 1
        ? '1 finding got worse'
        : `${findings.length} findings got worse`,
    description: describe(findings, rules),
    link: `/customer-audit?${query}`,
    severity: isGrave ? 'high' : 'normal',
    topic: TOPIC,
    // A later one takes the place of the one before.
    scope: `${TOPIC}:${ownerRef}`,
  };
}

// Refs and rules only: messages and evidence may name what a member of the group may not read.
function describe(
  findings: readonly ListedFinding[],
  rules: readonly AuditRule[],
): string {
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  let left = MOST_NAMED;
  return rules
    .filter(({ id }) => byRule[id])
    .map(({ id, title }) => {
      const failing = byRule[id];
      const named = failing
        .slice(0, left)
        .map(({ title: name, entityRef }) => name ?? entityRef);
      left -= named.length;
      const others = failing.length - named.length;
      const more = others
        ? [`${others} ${named.length ? 'more' : 'others'}`]
        : [];
      return `“${title}” fails for ${inWords([...named, ...more])}.`;
    })
    .join('\n');
}
