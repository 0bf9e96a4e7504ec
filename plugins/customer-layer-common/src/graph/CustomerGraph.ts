import { degree, row } from './Adjacency';
import { GraphStamp, GraphStatus } from './answers';
import { GraphIndex, isHeld } from './GraphIndex';

/**
 * The customer layer of a whole catalog at one moment. It never changes; questions about it are functions beside it.
 *
 * @public
 */
export class CustomerGraph {
  /** Equal for equal catalogs. */
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

    const held = index.facts.filter(Boolean);
    this.counts = {
      entities: held.length,
      relations:
        [
          index.containers,
          index.dependents,
          index.apiConsumers,
          index.providedApis,
          index.owners,
          index.members,
          index.children,
        ].reduce((sum, { targets }) => sum + targets.length, 0) +
        Object.values(index.declared).reduce(
          (sum, { targets }) => sum + targets.targets.length,
          0,
        ),
      customers: held.filter(facts => facts?.customer).length,
      danglingRefs: index.facts.length - held.length,
    };
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
    return this.index.nodeOf.has(entityRef);
  }

  /** Of a ref that names nothing in the catalog: the refs of the entities that spell it out, sorted. */
  spelledBy(entityRef: string): string[] {
    const { nodeOf, spelledBy, refs } = this.index;
    const node = nodeOf.get(entityRef);
    return node === undefined || !degree(spelledBy, node)
      ? []
      : Array.from(row(spelledBy, node), speller => refs[speller]);
  }
}
