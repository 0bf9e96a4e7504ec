import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  assignDeclarations,
  DEFAULT_DERIVATION_RULES,
  joinAssigners,
  readAssignersYaml,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { parse } from 'yaml';
import { annotateText } from '../export/annotateText';
import { assignedTo } from '../export/assignedTo';
import { readAssignmentsConfig } from './readAssignmentsConfig';

const docs = readFileSync(
  resolve(__dirname, '../../../../docs/assign.md'),
  'utf8',
);

const [aliases, rules, file, files, before, after] = [
  ...docs.matchAll(/```yaml\n([^]*?)```/g),
].map(([, text]) => text);

const configured = (text: string) =>
  readAssignmentsConfig(new ConfigReader(parse(text)));

it('docs/assign.md has examples that can be used', () => {
  const sets = [
    configured(aliases).written,
    configured(rules).written,
    readAssignersYaml(file, 'file'),
  ];
  const { assigners, faults } = joinAssigners(sets);
  expect(faults).toEqual([]);
  expect(assigners.map(({ source }) => source)).toEqual([
    ...['alias:segment', 'alias:cost-centre', 'alias:on-duty', 'alias:stack'],
    ...['alias:product', 'rule:websites', 'rule:databases', 'rule:bookings'],
  ]);
  const target = 'https://github.com/moonline/customers/blob/main/rules.yaml';
  expect(configured(files)).toMatchObject({
    files: [target],
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 2 } },
  });
  const [{ line, message }] = readAssignersYaml(
    `\n\n\n${rules
      .replace(/^[^]*?rules:/, 'rules:')
      .replace('operations-team: web', 'operation-team: web')}`,
    target,
  ).faults;
  expect(docs).toContain(
    `Something of "websites" at ${target}:${line} is left out of the assignments of the customer layer: ${message}\n`,
  );
});

it('docs/assign.md tells what comes of them', () => {
  const { deliverableKinds } = DEFAULT_DERIVATION_RULES;
  const { assigners } = joinAssigners([
    configured(aliases).written,
    configured(rules).written,
  ]);
  const entity = assignDeclarations(parse(before), {
    assigners,
    deliverableKinds,
  });
  expect(docs).toContain(
    `\`${entity.metadata.annotations?.['customer-layer.io/assigned']}\``,
  );
  const { text } = annotateText(
    before,
    new Map([[stringifyEntityRef(entity), assignedTo(entity)]]),
  );
  expect(text).toBe(after);
});
