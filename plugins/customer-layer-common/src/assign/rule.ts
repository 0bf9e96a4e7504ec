import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { DECLARATION_KEYS } from '../model/annotations';
import { DescribedAssigner } from './assignerSet';
import { DeclarationTexts, shortNameOf } from './assignment';
import { Checker, isMapping, quoted } from './Checker';
import { Place } from './placing';
import { readPredicate } from './readPredicate';
import { readShortName, readText } from './readText';

/** What is assigned to all entities that a predicate matches. @public */
export type AssignmentRule = {
  /** Letters, digits, `-`, `_` and `.`. */
  id: string;
  /** Looks at an entity as its file says. */
  where: FilterPredicate;
  assign: DeclarationTexts;
};

/**
 * Reads a rule.
 *
 * @returns nothing where something is wrong with it
 */
export function readRule(
  value: Record<string, unknown>,
  { id, checker }: { id: string | undefined; checker: Checker },
): AssignmentRule | undefined {
  checker.keys(value, { needed: ['id', 'where', 'assign'] });
  const where =
    value.where === undefined ? undefined : readPredicate(value.where, checker);
  const assign: DeclarationTexts = {};
  if (isMapping(value.assign) && Object.keys(value.assign).length) {
    for (const [name, raw] of Object.entries(value.assign)) {
      const path = ['assign', name];
      const key = readShortName(name, { checker, path });
      const text = key && readText(raw, { key, checker, path });
      if (text !== undefined) {
        assign[key!] = text;
      }
    }
  } else if (value.assign !== undefined) {
    checker.fault(
      ['assign'],
      `${quoted(
        value.assign,
      )} assigns nothing. Write declarations by their short names, as in { operations-team: platform-sre }`,
    );
  }
  return checker.faults.length || id === undefined || where === undefined
    ? undefined
    : { id, where, assign };
}

/** What a rule does. @public */
export function assignerOfRule(
  { id, where, assign }: AssignmentRule,
  place: Place,
): DescribedAssigner {
  return {
    source: `rule:${id}`,
    ...place,
    says: DECLARATION_KEYS.filter(key => assign[key] !== undefined)
      .map(key => `${shortNameOf(key)}: ${assign[key]}`)
      .join('; '),
    where: JSON.stringify(where),
    of: entity => (evaluateFilterPredicate(where, entity) ? assign : {}),
  };
}
