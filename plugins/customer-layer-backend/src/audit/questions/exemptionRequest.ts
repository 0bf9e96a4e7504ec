import { InputError } from '@backstage/errors';
import {
  dayOf,
  Exemption,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { AuditAsking } from './AuditAsking';
import { demandDate } from './demandDate';

/** What somebody asks for. */
export type ExemptionRequest = Pick<
  Exemption,
  'ruleId' | 'entityRef' | 'reason' | 'expiresOn'
>;

/** What can be asked for at all. */
export type ExemptionTerms = {
  /** Those in force. */
  rules: readonly RuleDescription[];
  /** For at most so many days from today one can be asked for. */
  exemptionDays: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes sure that what is asked for is an exemption that there can be, whatever the catalog holds.
 *
 * @throws InputError when there is no such rule for such an entity, no reason is given, or it can't hold for so long
 */
export function demandPossible(
  { ruleId, entityRef, reason, expiresOn }: ExemptionRequest,
  { rules, exemptionDays }: ExemptionTerms,
  { now, today }: Pick<AuditAsking, 'now' | 'today'>,
): void {
  demandRule(rules, { ruleId, entityRef });
  if (!reason.trim()) {
    throw new InputError(
      `reason ${quote(reason)} says nothing. Write why the rule may be broken`,
    );
  }
  demandDate('expiresOn', expiresOn, {
    from: today,
    to: dayOf(new Date(now.getTime() + exemptionDays * DAY_MS)),
    toIs: `${exemptionDays} days from today in UTC`,
  });
}

function demandRule(
  rules: readonly RuleDescription[],
  { ruleId, entityRef }: Pick<ExemptionRequest, 'ruleId' | 'entityRef'>,
): void {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) {
    throw new InputError(
      `There is no rule ${quote(ruleId)}. Write one of ${rules
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  const kind = entityRef.slice(0, entityRef.indexOf(':'));
  if (rule.kinds && !rule.kinds.includes(kind)) {
    throw new InputError(
      `The rule ${quote(ruleId)} judges no ${quote(
        kind,
      )}. Name an entity of kind ${rule.kinds.join(', ')}`,
    );
  }
}
