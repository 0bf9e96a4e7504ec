import {
  DryRun,
  shortNameOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Style } from '../report/styles';

const many = (count: number) =>
  count === 1 ? '1 entity' : `${count} entities`;

const suchAs = (count: number, examples: readonly string[]): string =>
  examples.length
    ? `${count > examples.length ? ', such as' : ':'} ${examples.join(', ')}`
    : '';

function assignerText(
  assigner: DryRun['assigners'][number],
  style: Style,
): string {
  const { source, at, line, says, where, matches, holds, examples } = assigner;
  const lines = [
    `${style('bold', source)} ${line === undefined ? at : `${at}:${line}`}`,
    `  ${says}`,
    ...(where === undefined ? [] : [`  where ${where}`]),
    `  says something of ${many(matches)}, holds on ${holds}${suchAs(
      holds,
      examples,
    )}`,
  ];
  const unknown = assigner.unknownValues ?? [];
  if (unknown.length) {
    const values = unknown.map(({ value, count }) => `"${value}" (${count})`);
    lines.push(`  texts that it does not know: ${values.join(', ')}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** What came of a dry run, for people. */
export function* dryRunText(result: DryRun, style: Style): Generator<string> {
  for (const assigner of result.assigners) {
    yield assignerText(assigner, style);
  }
  if (result.overlaps.length) {
    yield 'Some say something of the same declarations; the first one is heard:\n';
    for (const { first, second, keys, entities, examples } of result.overlaps) {
      const names = keys.map(shortNameOf).join(', ');
      yield `  ${first} before ${second}: ${names} of ${many(entities)}${suchAs(
        entities,
        examples,
      )}\n`;
    }
    yield '\n';
  }
  if (result.idle.length) {
    yield `Saying nothing of anything: ${result.idle.join(', ')}\n`;
  }
  yield `Tried out on ${many(result.entities)}\n`;
}
