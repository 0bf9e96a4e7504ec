import { ANNOTATIONS } from '../model/annotations';
import { Problem } from '../model/problem';
import { row } from './Adjacency';
import { DECLARATION_NAMES, GraphIndex } from './GraphIndex';
import { supplyCircle } from './supply';

const ANNOTATION_OF = {
  economic: ANNOTATIONS.economicCustomers.name,
  internal: ANNOTATIONS.internalCustomers.name,
  operations: ANNOTATIONS.operationsTeam.name,
} as const;

/**
 * Everything about an entity that can't be read, names nothing, or goes round in a circle.
 *
 * @param refusals - why the catalog refused an entity, by its ref
 */
export function problemsOf(
  index: GraphIndex,
  node: number,
  refusals: ReadonlyMap<string, string> | undefined,
): Problem[] {
  return [
    ...(index.facts[node]?.problems ?? []),
    ...unknownReferences(index, node, refusals),
    ...circles(index, node),
  ];
}

function unknownReferences(
  index: GraphIndex,
  node: number,
  refusals: ReadonlyMap<string, string> | undefined,
): Problem[] {
  return DECLARATION_NAMES.flatMap(name =>
    Array.from(row(index.declared[name].targets, node))
      .filter(target => !index.facts[target])
      .map(target => {
        const ref = index.refs[target];
        const refusal = refusals?.get(ref);
        return {
          code: 'unknown-reference' as const,
          annotation: ANNOTATION_OF[name],
          value: ref,
          message: refusal
            ? `"${ref}" was refused by the catalog: ${refusal}`
            : `"${ref}" is not in the catalog. Register it, or correct the ref`,
        };
      }),
  );
}

function circles(index: GraphIndex, node: number): Problem[] {
  const inWords = (circle: readonly number[]) =>
    circle.map(at => index.refs[at]).join(' → ');
  const problems: Problem[] = [];

  const container = containerCircle(index, node);
  if (container) {
    problems.push({
      code: 'cycle',
      annotation: 'partOf',
      value: inWords(container),
      message: `"${index.refs[node]}" is part of itself: ${inWords(
        container,
      )}. Take one of these out of the other`,
    });
  }
  const supply = supplyCircle(index, node);
  if (supply) {
    problems.push({
      code: 'cycle',
      annotation: 'dependsOn',
      value: inWords(supply),
      message: `"${index.refs[node]}" rests on itself: ${inWords(
        supply,
      )}. These fail together; turn one of the dependencies round, or treat them as one`,
    });
  }
  return problems;
}

// The smallest circle along partOf from an entity back to it.
function containerCircle(
  { containers }: GraphIndex,
  node: number,
): number[] | undefined {
  const previous = new Map<number, number | undefined>([[node, undefined]]);
  for (const at of previous.keys()) {
    for (const container of row(containers, at)) {
      if (container === node) {
        const circle = [node];
        for (
          let step: number | undefined = at;
          step !== undefined;
          step = previous.get(step)
        ) {
          circle.push(step);
        }
        return circle.reverse();
      }
      if (!previous.has(container)) {
        previous.set(container, at);
      }
    }
  }
  return undefined;
}
