import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import {
  Audit,
  AUDIT_RULES,
  Finding,
  FINDING_STATES,
  GraphBuilder,
  Tally,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { RealCatalog } from './__testUtils__/RealCatalog';
import { countsOf, findingsIn, runCli } from './__testUtils__/runCli';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../../..');
const NOW = '2022-12-31';
const FILE = 'examples/gitlab-2022/catalog-info.yaml';

const isTold = ({ state }: Pick<Finding, 'state'>) => state !== 'skipped';

function auditOf(entities: Entity[]): Finding[] {
  const builder = new GraphBuilder({
    digest: text => createHash('sha256').update(text).digest(),
  });
  entities.forEach(entity => builder.add(entity));
  const graph = builder.build({ builtAt: `${NOW}T00:00:00Z` });
  return [...new Audit(graph, { now: new Date(NOW) }).all()]
    .flatMap(({ findings }) => findings)
    .filter(isTold);
}

const auditByCli = async () =>
  findingsIn(
    await runCli(
      ['audit', FILE, '--now', NOW, '--format', 'json', '--fail-on', 'never'],
      { folder: ROOT },
    ),
  );

it('finds in the files of a catalog what a real catalog gives, without a server', async () => {
  const findings = await auditByCli();
  expect(findings.length).toBeGreaterThan(400);
  const catalog = await RealCatalog.start([resolve(ROOT, FILE)]);
  await catalog.eventually(entities => {
    const inCatalog = auditOf(entities);
    expect(countsOf(inCatalog)).toEqual(countsOf(findings));
    expect(inCatalog).toEqual(
      findings.map(
        ({ kind, title, ownerRefs, systemRef, fix, location, ...finding }) =>
          finding,
      ),
    );
  });
  await catalog.stop();
});

it('gives the numbers of docs/audit-gitlab-2022.md', async () => {
  const findings = await auditByCli();
  const states = FINDING_STATES.filter(
    state => state !== 'skipped' && state !== 'exempt',
  );
  const expected = AUDIT_RULES.map(({ id }) => [
    id,
    ...states.map(
      state =>
        findings.filter(
          finding => finding.ruleId === id && finding.state === state,
        ).length,
    ),
  ]);
  const page = readFileSync(resolve(ROOT, 'docs/audit-gitlab-2022.md'), 'utf8');
  const told = page
    .split('\n')
    .map(line => line.match(/^\| `([a-z-]+)` +\|(.*)\|$/))
    .filter(match => match !== null)
    .map(([, id, cells]) => [id, ...cells.split('|').map(Number)]);
  expect(told).toEqual(expected);

  const tally = new Tally();
  findings.forEach(finding => tally.add(finding));
  expect(page).toContain(
    `score is ${Math.floor(tally.result.score! * 100)} of 100`,
  );
});
