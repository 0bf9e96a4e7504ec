import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DerivationRules } from '../config';
import { compareRefs } from './compareRefs';
import { EntityFacts, readFacts } from './facts';
import { DECLARATION_KEY_OF, DECLARATION_NAMES } from './GraphIndex';
import {
  declarationStatement,
  MANAGER_STATEMENT,
  STATEMENT_OF_RELATION,
} from './statements';

/**
 * Makes a digest of a text, of at least 16 bytes, so that equal graphs can be told from their revisions. SHA-256 will
 * do.
 *
 * @public
 */
export type Digest = (text: string) => Uint8Array;

/** How many bytes of digests make a revision. */
export const REVISION_BYTES = 16;

/** All that a graph takes from one entity. Equal for entities that make no difference to it. */
export type EntityRecord = {
  ref: string;
  facts: EntityFacts;
  /** The facts as JSON. */
  text: string;
  /** What it says about itself and others, by ref, then by code, without repeats. */
  statements: Array<{ code: number; ref: string }>;
};

// Where nothing is to be changed, this returns the same string, unlike its cousin that knows locales.
const lowerCase = (ref: string) => ref.toLowerCase();

/** Takes from an entity, with its final relations, what a graph is made of. */
export function recordOf(entity: Entity, rules: DerivationRules): EntityRecord {
  const { facts, declarations } = readFacts(entity, rules);
  const stated: EntityRecord['statements'] = [];
  for (const { type, targetRef } of entity.relations ?? []) {
    const code = STATEMENT_OF_RELATION.get(type);
    if (code !== undefined) {
      stated.push({ code, ref: lowerCase(targetRef) });
    }
  }
  if (facts.deliverable) {
    for (const name of DECLARATION_NAMES) {
      const refs = declarations[DECLARATION_KEY_OF[name]] ?? [];
      const code = declarationStatement(name);
      refs.forEach(ref => stated.push({ code, ref }));
    }
  }
  if (facts.team?.manager) {
    stated.push({ code: MANAGER_STATEMENT, ref: facts.team.manager });
  }
  stated.sort((a, b) => compareRefs(a.ref, b.ref) || a.code - b.code);
  return {
    ref: stringifyEntityRef(entity),
    facts,
    text: JSON.stringify(facts),
    statements: stated.filter(
      ({ code, ref }, i) =>
        !i || stated[i - 1].code !== code || stated[i - 1].ref !== ref,
    ),
  };
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** The part of a revision that comes from one entity. */
export const digestOf = (
  { ref, text, statements }: Omit<EntityRecord, 'facts'>,
  digest: Digest,
): Uint8Array =>
  digest(
    [ref, text, ...statements.map(({ code, ref: of }) => `${code} ${of}`)].join(
      '\n',
    ),
  );

/** The part of a revision that comes from the rules, to which those of all entities are added. */
export const beginRevision = (
  rules: DerivationRules,
  digest: Digest,
): Uint8Array =>
  Uint8Array.from(digest(JSON.stringify(rules)).subarray(0, REVISION_BYTES));

/** Adds the part of one entity to those of others, or takes it away again, in whatever order. */
export function toggleRevision(sum: Uint8Array, part: Uint8Array): void {
  for (let i = 0; i < REVISION_BYTES; i++) {
    sum[i] ^= part[i];
  }
}

/**
 * One text for a whole catalog. Of the sum itself two would tell what their difference is a digest of, which may be
 * confidential; of its digest they don't.
 */
export const printRevision = (sum: Uint8Array, digest: Digest): string =>
  hex(digest(hex(sum)).subarray(0, REVISION_BYTES));
