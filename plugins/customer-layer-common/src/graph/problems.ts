import { ANNOTATIONS } from '../model/annotations';
import { Problem } from '../model/problem';
import { degree } from './Adjacency';
import {
  DECLARATION_KEY_OF,
  DECLARATION_NAMES,
  DeclarationName,
  GraphIndex,
} from './GraphIndex';
import { row } from './Paged';

/** Everything about an entity that can't be read, names nothing, or goes round in a circle. */
export function problemsOf(
  index: GraphIndex,
  node: number,
  found: {
    /** The circle by which it rests on itself. */
    circle?: number[];
    /** Why the catalog refused an entity, by its ref. */
    refusals?: ReadonlyMap<string, string>;
  },
): Problem[] {
  const problems = [...(index.facts.get(node)?.problems ?? [])];
  for (const name of DECLARATION_NAMES) {
    if (degree(index.edges[name], node)) {
      problems.push(...unknownReferences(index, node, { name, ...found }));
    }
  }
  problems.push(...circles(index, node, found.circle));
  return problems;
}

function unknownReferences(
  index: GraphIndex,
  node: number,
  {
    name,
    refusals,
  }: { name: DeclarationName; refusals?: ReadonlyMap<string, string> },
): Problem[] {
  return Array.from(row(index.edges[name], node))
    .filter(target => !index.facts.held(target))
    .map(target => {
      const ref = index.refs.get(target);
      const refusal = refusals?.get(ref);
      return {
        code: 'unknown-reference' as const,
        annotation: ANNOTATIONS[DECLARATION_KEY_OF[name]].name,
        value: ref,
        message: refusal
          ? `"${ref}" was refused by the catalog: ${refusal}`
          : `"${ref}" is not in the catalog. Register it, or correct the ref`,
      };
    });
}

function circles(
  index: GraphIndex,
  node: number,
  supply: number[] | undefined,
): Problem[] {
  const inWords = (circle: readonly number[]) =>
    circle.map(at => index.refs.get(at)).join(' → ');
  const problems: Problem[] = [];

  const container = containerCircle(index, node);
  if (container) {
    problems.push({
      code: 'cycle',
      annotation: 'partOf',
      value: inWords(container),
      message: `"${index.refs.get(node)}" is part of itself: ${inWords(
        container,
      )}. Take one of these out of the other`,
    });
  }
  if (supply) {
    problems.push({
      code: 'cycle',
      annotation: 'dependsOn',
      value: inWords(supply),
      message: `"${index.refs.get(node)}" rests on itself: ${inWords(
        supply,
      )}. These fail together; turn one of the dependencies round, or treat them as one`,
    });
  }
  return problems;
}

// The smallest circle along partOf from an entity back to it.
function containerCircle(
  { edges: { containers } }: GraphIndex,
  node: number,
): number[] | undefined {
  if (!degree(containers, node)) {
    return undefined;
  }
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
