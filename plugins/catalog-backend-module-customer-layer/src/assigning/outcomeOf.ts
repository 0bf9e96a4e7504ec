import { Entity } from '@backstage/catalog-model';
import {
  Assigner,
  AssignmentOutcome,
  candidatesFor,
  DeclarationKey,
  DeclarationOutcome,
  DeclarationTexts,
  withoutAssigned,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What an entity's declarations are decided by, beside its file and the portal. */
export type OtherAssigners = {
  /** Aliases and rules, in order. */
  assigners: readonly Assigner[];
  deliverableKinds: readonly string[];
};

/** All that is said of an entity's declarations, if the portal says certain texts. */
export const candidatesWith = (
  entity: Entity,
  portal: DeclarationTexts,
  { assigners, deliverableKinds }: OtherAssigners,
) =>
  candidatesFor(withoutAssigned(entity), {
    assigners: [{ source: 'portal', of: () => portal }, ...assigners],
    deliverableKinds,
  });

/** What becomes of an entity when the portal is to say other texts of some declarations. */
export function outcomeOf(
  {
    entityRef,
    entity,
    texts,
  }: {
    entityRef: string;
    entity: Entity;
    texts: ReadonlyMap<DeclarationKey, string | undefined>;
  },
  /** What the portal said before. */
  said: DeclarationTexts,
  others: OtherAssigners,
): AssignmentOutcome {
  const next = { ...said, ...Object.fromEntries(texts) };
  const before = candidatesWith(entity, said, others);
  const after = candidatesWith(entity, next, others);
  const declarations = [...texts].map(([key, text]): DeclarationOutcome => {
    const [first] = before.get(key) ?? [];
    const [last] = after.get(key) ?? [];
    return {
      key,
      ...(last && { after: last }),
      ...(first && { before: first }),
      inEffect: text === undefined || last?.value === text,
    };
  });
  const isSame = [...texts].every(([key, text]) => said[key] === text);
  return {
    entityRef,
    result: isSame ? 'unchanged' : 'assigned',
    declarations,
  };
}
