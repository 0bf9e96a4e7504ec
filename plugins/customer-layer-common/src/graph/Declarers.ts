import { CUSTOMER_ROLES } from '../model/words';
import { degree } from './Adjacency';
import { inheritedFrom } from './ContainerWalk';
import { GraphIndex } from './GraphIndex';

/** An entity names customers in a role. */
export const NAMES = 1;
/** It inherits those of its containers. */
export const INHERITS = 2;

const BITS_EACH = 2;
const HAS_PARTS = 1 << 6;
const KNOWN = 1 << 7;
const ANY = (1 << (BITS_EACH * CUSTOMER_ROLES.length)) - 1;

/** In which roles entities name customers and inherit them, and whether they have parts, looked up once for each in a graph. */
export class Declarers {
  #bits = new Uint8Array();

  /** See {@link declaresAny}, {@link ofRole} and {@link hasParts}. */
  bits(index: GraphIndex, node: number): number {
    if (!this.#bits.length) {
      this.#bits = new Uint8Array(index.refs.size);
    }
    let bits = this.#bits[node];
    if (!bits) {
      bits = findBits(index, node);
      this.#bits[node] = bits;
    }
    return bits;
  }
}

/** Whether there are any of one. */
export const declaresAny = (bits: number): boolean => (bits & ANY) !== 0;

/** Whether anything may inherit from it. */
export const hasParts = (bits: number): boolean => (bits & HAS_PARTS) !== 0;

/** Those of one role. */
export const ofRole = (bits: number, role: number): number =>
  (bits >>> (role * BITS_EACH)) & (NAMES | INHERITS);

function findBits(index: GraphIndex, node: number): number {
  let bits = degree(index.parts, node) ? KNOWN | HAS_PARTS : KNOWN;
  for (let role = 0; role < CUSTOMER_ROLES.length; role++) {
    const name = CUSTOMER_ROLES[role];
    const names = degree(index.edges[name], node) ? NAMES : 0;
    const inherits = inheritedFrom(index, node, name).length ? INHERITS : 0;
    bits |= (names | inherits) << (role * BITS_EACH);
  }
  return bits;
}
