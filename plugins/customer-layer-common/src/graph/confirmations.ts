import { addDeliveryEvidence, EvidenceLookup } from '../audit/evidence';
import { Confirmations } from './listings';
import { CustomerGraph } from './CustomerGraph';
import { listCustomersInSteps } from './customersOf';

// So many entities are asked about in one step: a millisecond or two.
const ENTITIES_PER_STEP = 2_000;

/** Of the entities that serve a customer: their refs, in no order. @public */
export type Servers = { customerRef: string; entityRefs: string[] };

/**
 * The entities that some customers are direct customers of, each by itself, in steps.
 *
 * @public
 */
export function* serversInSteps(
  { index }: CustomerGraph,
  customerRefs: ReadonlySet<string>,
): Generator<undefined, Servers[]> {
  const servers: Servers[] = [];
  for (const { serving, summary } of yield* listCustomersInSteps(index)) {
    if (customerRefs.has(summary.customerRef)) {
      const entityRefs: string[] = [];
      for (const node of serving) {
        entityRefs.push(index.refs.get(node));
        if (entityRefs.length % ENTITIES_PER_STEP === 0) {
          yield undefined;
        }
      }
      servers.push({ customerRef: summary.customerRef, entityRefs });
      yield undefined;
    }
  }
  return servers;
}

/**
 * When the customer side last confirmed each of some deliveries, in steps.
 *
 * @param entityRefs - of what delivers
 * @returns undefined where there is no delivery
 * @public
 */
export function* confirmationsInSteps(
  { index }: CustomerGraph,
  entityRefs: readonly string[],
  evidence?: EvidenceLookup,
): Generator<undefined, Confirmations | undefined> {
  const confirmations: Confirmations = { unconfirmed: 0 };
  let looked = 0;
  for (const ref of entityRefs) {
    const node = index.refs.find(ref);
    const known =
      node === undefined ? undefined : index.facts.get(node)?.delivery;
    const { confirmedOn } = addDeliveryEvidence(known, evidence?.(ref));
    if (confirmedOn === undefined) {
      confirmations.unconfirmed++;
    } else {
      const { newest = confirmedOn, oldest = confirmedOn } = confirmations;
      confirmations.newest = confirmedOn > newest ? confirmedOn : newest;
      confirmations.oldest = confirmedOn < oldest ? confirmedOn : oldest;
    }
    looked++;
    if (looked % ENTITIES_PER_STEP === 0) {
      yield undefined;
    }
  }
  return entityRefs.length ? confirmations : undefined;
}
