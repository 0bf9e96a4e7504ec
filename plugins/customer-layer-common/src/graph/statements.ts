import { DECLARATION_NAMES } from './GraphIndex';

/** The lists of edges that a graph is made from. */
export const EDGES = [
  'containers',
  'dependents',
  'apiConsumers',
  'providedApis',
  'owners',
  'members',
  'children',
  ...DECLARATION_NAMES,
] as const;

/** Makes something for each of {@link EDGES}. */
export const forEachEdgeName = <T>(
  make: (name: EdgeName, position: number) => T,
): Record<EdgeName, T> =>
  Object.fromEntries(
    EDGES.map((name, position) => [name, make(name, position)]),
  ) as Record<EdgeName, T>;

/** One of {@link EDGES}. */
export type EdgeName = (typeof EDGES)[number];

/**
 * A statement is what an entity says about itself and another: a position in {@link EDGES}, times two, plus one where
 * the edge runs from the other to itself. In rows of statements it stands in the lowest bits, below the node of the
 * other.
 */
export const STATEMENT_BITS = 5;

const AS_IS = 0;
const REVERSED = 1;

const code = (name: EdgeName, direction: number) =>
  EDGES.indexOf(name) * 2 + direction;

/** The statement that an entity declares something of somebody. */
export const declarationStatement = (name: EdgeName): number =>
  code(name, AS_IS);

/** The statement that a Group has a manager, which makes no edge. */
export const MANAGER_STATEMENT = EDGES.length * 2;

/** What each relation states. */
export const STATEMENT_OF_RELATION: ReadonlyMap<string, number> = new Map(
  Object.entries({
    partOf: code('containers', AS_IS),
    hasPart: code('containers', REVERSED),
    dependencyOf: code('dependents', AS_IS),
    dependsOn: code('dependents', REVERSED),
    apiConsumedBy: code('apiConsumers', AS_IS),
    consumesApi: code('apiConsumers', REVERSED),
    providesApi: code('providedApis', AS_IS),
    apiProvidedBy: code('providedApis', REVERSED),
    ownedBy: code('owners', AS_IS),
    ownerOf: code('owners', REVERSED),
    hasMember: code('members', AS_IS),
    memberOf: code('members', REVERSED),
    parentOf: code('children', AS_IS),
    childOf: code('children', REVERSED),
    hasEconomicCustomer: code('economic', AS_IS),
    economicCustomerOf: code('economic', REVERSED),
    hasInternalCustomer: code('internal', AS_IS),
    internalCustomerOf: code('internal', REVERSED),
    operatedBy: code('operations', AS_IS),
    operatorOf: code('operations', REVERSED),
  }),
);

const CODE_MASK = 2 ** STATEMENT_BITS - 1;

/** What a statement says, without of whom. */
export const codeOf = (stated: number): number => stated & CODE_MASK;

/** Which of {@link EDGES} a statement makes, by position; beyond the last one if it makes none. */
export const edgeOf = (stated: number): number => codeOf(stated) >>> 1;

/** Whether the edge that a statement makes runs from the other to itself. */
export const isReversed = (stated: number): boolean =>
  (stated & 1) === REVERSED;

/** An edge that is stated: the i-th of {@link EDGES}, between two nodes. */
export type StatedEdge = { edge: number; from: number; to: number };

/** Whether a statement makes an edge. */
export const isStatedEdge = ({ edge }: StatedEdge): boolean =>
  edge < EDGES.length;

/** The edge that a statement in the row of a node makes. */
export function statedEdge(node: number, stated: number): StatedEdge {
  const edge = edgeOf(stated);
  const other = stated >>> STATEMENT_BITS;
  return isReversed(stated)
    ? { edge, from: other, to: node }
    : { edge, from: node, to: other };
}

/** A statement as it stands in a row. */
export const statement = (other: number, what: number): number =>
  other * 2 ** STATEMENT_BITS + what;

/** How the one end of an edge and the other would state it. */
export const statementsOf = ({
  edge,
  from,
  to,
}: StatedEdge): Record<'from' | 'to', number> => ({
  from: statement(to, edge * 2 + AS_IS),
  to: statement(from, edge * 2 + REVERSED),
});

/** Whether an edge is a declaration, which counts only on deliverable kinds. */
export const isDeclaration = (name: EdgeName): boolean =>
  (DECLARATION_NAMES as readonly string[]).includes(name);
