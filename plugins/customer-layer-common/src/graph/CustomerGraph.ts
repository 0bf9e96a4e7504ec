import { DerivationRules } from '../config';
import { countEdges, degree } from './Adjacency';
import { GraphStamp, GraphStatus } from './answers';
import { GraphIndex, isHeld } from './GraphIndex';
import { row } from './Paged';

/** Whether the catalog holds a node, or an entity that it holds names it. Otherwise it is left from an earlier state. */
const isMentioned = ({ facts, spelledBy }: GraphIndex, node: number): boolean =>
  facts.held(node) || degree(spelledBy, node) > 0;

function countsOf(index: GraphIndex): GraphStatus['counts'] {
  const counts = { entities: 0, relations: 0, customers: 0, danglingRefs: 0 };
  for (let node = 0; node < index.refs.size; node++) {
    if (index.facts.held(node)) {
      counts.entities++;
      counts.customers += index.facts.isCustomer(node) ? 1 : 0;
    } else if (isMentioned(index, node)) {
      counts.danglingRefs++;
    }
  }
  for (const edges of Object.values(index.edges)) {
    counts.relations += countEdges(edges);
  }
  return counts;
}

/**
 * The customer layer of a whole catalog at one moment. It never changes; questions about it are functions beside it.
 *
 * @public
 */
export class CustomerGraph {
  /** Equal for equal catalogs under equal rules. */
  readonly revision: string;
  /** When it was built, as an ISO 8601 time. */
  readonly builtAt: string;
  /** How much there is of what. */
  readonly counts: GraphStatus['counts'];
  /** @internal */
  readonly index: GraphIndex;

  /** @internal */
  constructor({ revision, builtAt }: GraphStamp, index: GraphIndex) {
    this.revision = revision;
    this.builtAt = builtAt;
    this.index = index;
    this.counts = countsOf(index);
  }

  /** The rules that it was built by. */
  get rules(): DerivationRules {
    return this.index.rules;
  }

  /** What answers name as their origin. */
  get stamp(): GraphStamp {
    return { revision: this.revision, builtAt: this.builtAt };
  }

  /** Whether the catalog holds an entity. */
  exists(entityRef: string): boolean {
    return isHeld(this.index, entityRef);
  }

  /** Whether the catalog holds an entity, or one that it holds names it. */
  mentions(entityRef: string): boolean {
    const node = this.index.refs.find(entityRef);
    return node !== undefined && isMentioned(this.index, node);
  }

  /** Of a ref that names nothing in the catalog: the refs of the entities that spell it out, sorted. */
  spelledBy(entityRef: string): string[] {
    const { refs, spelledBy, facts } = this.index;
    const node = refs.find(entityRef);
    return node === undefined || facts.held(node)
      ? []
      : Array.from(row(spelledBy, node), speller => refs.get(speller));
  }
}
