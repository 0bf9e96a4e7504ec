import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuditedSubject } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { range } from 'lodash';
import { migrateDatabase } from '../../database/migrateDatabase';
import { audited } from '../__testUtils__/audited';
import { auditStores, AuditStores } from './auditStores';
import { RunResults } from './RunStore';
import { FINDINGS } from './tables';

// What runs write, and what of it is visible at which of them.

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const NOON = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const TODAY = '2026-11-22';
const graph = { revision: 'r', builtAt: '2026-11-22T11:00:00.000Z' };
const RESULTS: RunResults = {
  tally: { counts: { pass: 1 }, score: 1 },
  byRule: {},
  twoCustomers: { entities: 1, economic: 1, both: 0 },
};

const A = 'component:default/a';
const B = 'component:default/b';
const C = 'component:default/c';

describe.each(databases.eachSupportedId())(
  'the findings of runs on %s',
  databaseId => {
    let knex: Knex;
    let now: number;
    let stores: AuditStores;

    beforeEach(async () => {
      const client = await databases.init(databaseId);
      knex = await migrateDatabase({ getClient: async () => client });
      now = NOON;
      stores = auditStores({ knex, now: () => new Date(now) });
    });

    const begin = () =>
      stores.runs.begin({ startedBy: 'schedule', graph, total: 3 });

    const writeAll = (run: number, subjects: readonly AuditedSubject[]) =>
      stores.findings.write(run, { subjects, done: subjects.length });

    const runOver = async (...subjects: AuditedSubject[]) => {
      const run = await begin();
      await writeAll(run, subjects);
      expect(await stores.runs.end(run, RESULTS)).toBe(true);
      return run;
    };

    /** As in `a/rule: pass`. */
    const visible = async (run: number) =>
      (await stores.queries.page({ run, today: TODAY }, { limit: 1000 })).map(
        ({ entityRef, ruleId, state }) =>
          `${entityRef.split('/')[1]}/${ruleId}: ${state}`,
      );

    const rows = () =>
      knex(FINDINGS).orderBy(['subject_ref', 'rule_id', 'since_run']);

    it('are kept once for as long as they are the same', async () => {
      const first = await runOver(
        audited(A, { one: 'pass', two: 'fail', three: 'skipped' }),
        audited(B, { one: 'unmeasured' }),
      );
      const before = await rows();
      expect(before).toHaveLength(3);

      const second = await runOver(
        audited(A, { one: 'pass', two: 'fail', three: 'skipped' }),
        audited(B, { one: 'unmeasured' }),
      );
      expect(await rows()).toEqual(before);

      const third = await runOver(
        audited(A, { one: 'pass', two: 'pass', three: 'fail' }),
        audited(C, { one: 'pass' }),
      );
      expect(await rows()).toHaveLength(6);
      const old = ['a/one: pass', 'a/two: fail', 'b/one: unmeasured'];
      expect(await visible(first)).toEqual(old);
      expect(await visible(second)).toEqual(old);
      expect(await visible(third)).toEqual([
        'a/one: pass',
        'a/three: fail',
        'a/two: pass',
        'c/one: pass',
      ]);
      expect(first < second && second < third).toBe(true);
    });

    it.each<[string, Parameters<typeof audited>]>([
      ['the weight', [A, { one: { state: 'pass', weight: 0.5 } }]],
      ['the severity', [A, { one: { state: 'pass', severity: 'warning' } }]],
      ['the message', [A, { one: { state: 'pass', message: 'Else' } }]],
      [
        'the evidence',
        [
          A,
          { one: { state: 'pass', evidence: [{ text: 'x', path: [A, B] }] } },
        ],
      ],
      ['the title', [A, { one: 'pass' }, { title: 'A' }]],
      ['the owners', [A, { one: 'pass' }, { ownerRefs: [B, C] }]],
      ['the System', [A, { one: 'pass' }, { systemRef: 'system:default/s' }]],
    ])('begin anew when %s is another', async (_, changed) => {
      await runOver(audited(A, { one: 'pass' }));
      const after = audited(...changed);
      const run = await runOver(after);
      expect(await rows()).toHaveLength(2);
      const { subject, findings } = after;
      expect(await stores.queries.of(A, { run, today: TODAY })).toEqual([
        {
          ...findings[0],
          kind: subject.kind,
          ownerRefs: subject.ownerRefs,
          ...('title' in subject && { title: subject.title }),
          ...(subject.systemRef && { systemRef: subject.systemRef }),
        },
      ]);
    });

    it('are written in batches, each of which says all there is of its refs', async () => {
      const many = range(700).map(index =>
        audited(`component:default/c${1000 + index}`, { one: 'pass' }),
      );
      const ref = (index: number) => many[index].subject.entityRef;
      const first = await runOver(...many);

      const second = await begin();
      const gone = [0, 350, 351, 699];
      const left = many.filter((__, index) => !gone.includes(index));
      const [one, two] = [left.slice(0, 300), left.slice(300)];
      const upTo = one[299].subject.entityRef;
      await stores.findings.write(second, { subjects: one, upTo, done: 300 });
      expect(await stores.runs.running()).toMatchObject({
        id: second,
        subjects: { done: 300 },
      });
      await stores.findings.write(second, {
        subjects: two,
        after: upTo,
        done: left.length,
      });
      await stores.runs.end(second, RESULTS);
      expect(await visible(first)).toHaveLength(700);
      expect(await visible(second)).toHaveLength(696);
      const closed = await knex(FINDINGS)
        .where('until_run', second)
        .orderBy('subject_ref')
        .pluck('subject_ref');
      expect(closed).toEqual(gone.map(ref));
      expect(await knex(FINDINGS).where('since_run', second)).toEqual([]);
    });

    it('are what they were when a run is killed, and the next undoes what that wrote', async () => {
      const first = await runOver(
        audited(A, { one: 'pass' }),
        audited(B, { one: 'pass' }),
      );
      const before = await rows();

      const killed = await begin();
      await writeAll(killed, [
        audited(A, { one: 'fail' }),
        audited(C, { one: 'fail' }),
      ]);
      expect(await visible(first)).toEqual(['a/one: pass', 'b/one: pass']);
      expect((await stores.runs.published())?.id).toBe(first);

      const next = await begin();
      expect(await rows()).toEqual(before);
      expect(await stores.runs.list({ limit: 9 })).toMatchObject([
        { id: next, state: 'running' },
        { id: killed, state: 'failed', error: 'It was interrupted' },
        { id: first, state: 'done', ...RESULTS },
      ]);

      // Whoever was thought dead writes nothing any more.
      await expect(
        writeAll(killed, [audited(A, { one: 'fail' })]),
      ).rejects.toThrow(ConflictError);
      expect(
        await stores.findings.amend(killed, audited(A, { one: 'fail' })),
      ).toBeUndefined();
      expect(await stores.runs.end(killed, RESULTS)).toBe(false);
      await stores.runs.fail(killed, 'No more');
      expect(await rows()).toEqual(before);

      await writeAll(next, [audited(B, { one: 'fail' })]);
      await stores.runs.end(next, RESULTS);
      expect(await visible(next)).toEqual(['b/one: fail']);
      expect(await visible(first)).toEqual(['a/one: pass', 'b/one: pass']);
    });

    it('stay when a run fails, also the first one', async () => {
      const failed = await begin();
      await writeAll(failed, [audited(A, { one: 'fail' })]);
      await stores.runs.fail(failed, 'Out of luck');
      expect(await stores.runs.published()).toBeUndefined();
      expect(await stores.runs.running()).toBeUndefined();
      expect(await stores.runs.doneRun(failed)).toBeUndefined();
      const run = await runOver(audited(A, { one: 'pass' }));
      expect(await rows()).toHaveLength(1);
      expect(await visible(run)).toEqual(['a/one: pass']);
    });

    it('come from one run only, of many that begin at the same moment', async () => {
      const begun = await Promise.allSettled(range(5).map(begin));
      const running = await stores.runs.running();
      expect(
        await knex('customer_layer_audit_runs').where('state', 'running'),
      ).toHaveLength(1);
      const won = begun.flatMap(each =>
        each.status === 'fulfilled' ? [each.value] : [],
      );
      expect(Math.max(...won)).toBe(running?.id);
      expect(
        begun.filter(
          each =>
            each.status === 'rejected' &&
            !(each.reason instanceof ConflictError),
        ),
      ).toEqual([]);
      await Promise.all(
        won
          .filter(id => id !== running?.id)
          .map(id => expect(writeAll(id, [])).rejects.toThrow('given up')),
      );
    });

    it('can be amended between two runs', async () => {
      const first = await runOver(audited(A, { one: 'fail' }));
      const second = await runOver(
        audited(A, { one: 'fail', two: 'fail' }),
        audited(B, { one: 'pass' }),
      );
      const amend = (run: number, subject: AuditedSubject) =>
        stores.findings.amend(run, subject);

      expect(await amend(first, audited(A, {}))).toBeUndefined();
      expect(
        await amend(second, audited(A, { one: 'pass', two: 'pass' })),
      ).toMatchObject([
        { ruleId: 'one', state: 'fail' },
        { ruleId: 'two', state: 'fail' },
      ]);
      const amended = ['a/one: pass', 'a/two: pass', 'b/one: pass'];
      expect(await visible(second)).toEqual(amended);
      expect(await visible(first)).toEqual(['a/one: fail']);

      // Again and again: what was amended, what is gone, and what is back.
      await amend(second, audited(A, { one: 'fail', two: 'skipped' }));
      expect(await visible(second)).toEqual(['a/one: fail', 'b/one: pass']);
      await amend(second, audited(A, { one: 'pass', two: 'pass' }));
      await amend(second, audited(A, { one: 'pass', two: 'pass' }));
      expect(await visible(second)).toEqual(amended);
      expect(await visible(first)).toEqual(['a/one: fail']);

      // Only the run itself may amend while one is under way.
      const third = await begin();
      await writeAll(third, [audited(A, { one: 'pass', two: 'pass' })]);
      expect(await amend(second, audited(A, { one: 'fail' }))).toBeUndefined();
      expect(
        await amend(third, audited(A, { one: 'fail', two: 'pass' })),
      ).toHaveLength(2);
      await stores.runs.end(third, RESULTS);
      expect(await visible(third)).toEqual(['a/one: fail', 'a/two: pass']);
      expect(await visible(second)).toEqual(amended);
    });

    it('can be compared between any two runs', async () => {
      const first = await runOver(
        audited(A, { one: 'pass', two: 'pass' }),
        audited(B, { one: 'fail' }),
      );
      const second = await runOver(
        audited(A, { one: { state: 'pass', message: 'Still' }, two: 'fail' }),
        audited(C, { one: 'fail' }),
      );
      const third = await runOver(
        audited(A, { one: 'pass', two: 'pass' }),
        audited(C, { one: 'pass' }),
      );
      const changes = async (from: number, to: number) =>
        (await stores.queries.changes(from, to)).map(change => [
          (change.from ?? change.to)?.entityRef,
          (change.from ?? change.to)?.ruleId,
          change.from?.state,
          change.to?.state,
        ]);
      expect(await changes(first, second)).toEqual([
        [A, 'two', 'pass', 'fail'],
        [B, 'one', 'fail', undefined],
        [C, 'one', undefined, 'fail'],
      ]);
      expect(await changes(second, third)).toEqual([
        [A, 'two', 'fail', 'pass'],
        [C, 'one', 'fail', 'pass'],
      ]);
      expect(await changes(first, third)).toEqual([
        [B, 'one', 'fail', undefined],
        [C, 'one', undefined, 'pass'],
      ]);
      expect(await changes(first, first)).toEqual([]);
    });

    it('are forgotten when they are old; of old runs the last of each day stays for longer', async () => {
      const days = [0, 0, 1, 1, 50, 50, 50];
      const states = ['pass', 'fail', 'pass', 'fail', 'pass', 'pass', 'fail'];
      const runs: number[] = [];
      for (const [index, day] of days.entries()) {
        now = NOON + day * DAY + index * 1000;
        const state = states[index] as 'pass' | 'fail';
        runs.push(await runOver(audited(A, { one: state })));
      }
      const list = async () =>
        (await stores.runs.list({ limit: 99 })).map(({ id }) => id).reverse();
      const daily = async () =>
        (await stores.runs.list({ limit: 99, daily: true })).map(
          ({ id }) => id,
        );
      const ago = (ofDays: number) => new Date(now - ofDays * DAY);
      const prune = (findings: number, ofRuns: number) =>
        stores.runs.prune({
          findingsSince: ago(findings),
          runsSince: ago(ofRuns),
        });
      expect(await daily()).toEqual([runs[6], runs[3], runs[1]]);

      await prune(90, 400);
      expect(await list()).toEqual(runs);
      expect(await stores.runs.oldestWithFindings(ago(90))).toBe(runs[0]);

      await prune(10, 400);
      expect(await list()).toEqual([runs[1], runs[3], ...runs.slice(4)]);
      expect(await stores.runs.oldestWithFindings(ago(10))).toBe(runs[4]);
      expect(await visible(runs[3])).toEqual([]);
      expect(await visible(runs[5])).toEqual(['a/one: pass']);
      expect(await rows()).toHaveLength(2);
      expect(await daily()).toEqual([runs[6], runs[3], runs[1]]);

      await prune(10, 49.5);
      expect(await list()).toEqual([runs[3], ...runs.slice(4)]);

      now += 500 * DAY;
      await prune(10, 400);
      expect(await list()).toEqual([runs[6]]);
      expect(await visible(runs[6])).toEqual(['a/one: fail']);
      expect(await stores.runs.oldestWithFindings(ago(10))).toBe(runs[6]);
    });
  },
);
