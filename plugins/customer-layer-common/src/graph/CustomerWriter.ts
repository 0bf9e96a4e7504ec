import { CUSTOMER_ROLES } from '../model/words';
import { CUSTOMER_SOURCES, CustomerEntry } from './answers';
import { Candidate, PART } from './bestCustomers';
import { FoundCustomer } from './customers';
import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { Passages } from './Passages';
import { nodeOfState, Walk } from './Walk';

/** Writes customers of an entity down, before the walks that led to them are used again. */
export class CustomerWriter {
  readonly #index: GraphIndex;
  readonly #naming: Naming;
  readonly #plain: Walk;
  readonly #walk: Walk;
  readonly #passages: Passages;

  /** @param walk - what {@link walkToConsumers} returned */
  constructor(index: GraphIndex, walk: Walk, naming: Naming) {
    const { scratch, refs } = index;
    this.#index = index;
    this.#naming = naming;
    [this.#plain] = scratch.walks(refs.size);
    this.#walk = walk;
    this.#passages = scratch.passages(refs.size);
  }

  write(found: FoundCustomer): CustomerEntry {
    const { source, distance } = found;
    const entry: CustomerEntry = {
      ...customerAs(this.#index, found),
      source: CUSTOMER_SOURCES[source],
      distance,
      path:
        'path' in found
          ? found.path.map(node => this.#naming.ref(node))
          : this.#pathTo(found),
    };
    const assigned = 'path' in found ? undefined : this.#assigned(found);
    if (assigned) {
      entry.assigned = assigned;
    }
    return entry;
  }

  // Who assigned it, where it is declared.
  #assigned({ source, position, step, role }: Candidate) {
    const { states } = source === PART ? this.#walk : this.#plain;
    const declarer =
      step < 0 ? nodeOfState(states[position]) : this.#passages.nodes[step];
    return this.#index.facts.assigned(declarer, CUSTOMER_ROLES[role]);
  }

  #pathTo({ source, distance, position, length, step }: Candidate): string[] {
    const { states, previous } = source === PART ? this.#walk : this.#plain;
    const path = new Array<string>(distance + length);
    let i = distance + length - 1;
    for (let at = step; at >= 0; at = this.#passages.previous[at]) {
      path[i--] = this.#naming.ref(this.#passages.nodes[at]);
    }
    for (let at = position; at >= 0; at = previous[at]) {
      path[i--] = this.#naming.ref(nodeOfState(states[at]));
    }
    return path;
  }
}

// The entry but for source, distance and path: the same wherever somebody is a customer in one role.
function customerAs(
  index: GraphIndex,
  { customer, role }: FoundCustomer,
): CustomerEntry {
  const place = customer * CUSTOMER_ROLES.length + role;
  let entry = index.customers.get(place);
  if (!entry) {
    const facts = index.facts.get(customer);
    const name = CUSTOMER_ROLES[role];
    entry = {
      customerRef: index.refs.get(customer),
      ...(facts?.title && { title: facts.title }),
      role: name,
      ...(name === 'internal' && facts?.stage && { stage: facts.stage }),
      ...(facts?.customer?.tier && { tier: facts.customer.tier }),
      source: 'declared',
      distance: 0,
      path: [],
      exists: facts !== undefined,
    };
    index.customers.set(place, entry);
  }
  return entry;
}
