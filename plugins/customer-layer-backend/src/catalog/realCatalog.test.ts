import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  startTestBackend,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createDeferred } from '@backstage/types';
import { eventually } from '../__testUtils__/eventually';
import { CatalogReader } from './CatalogReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const groups = Array.from(
  { length: 600 },
  (_, i) => `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: g${i}, description: What the graph has no use for }
spec: { type: team, children: [] }
`,
).join('---');

it.each(databases.eachSupportedId())(
  'reads, reads again and counts what the real catalog on %s holds',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const directory = createMockDirectory();
    directory.setContent({ 'groups.yaml': groups });
    const created = createDeferred<CatalogReader>();
    const answers: Array<[string, number]> = [];
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        createBackendPlugin({
          pluginId: 'customer-layer',
          register(env) {
            env.registerInit({
              deps: { auth: coreServices.auth, catalog: catalogServiceRef },
              init: async ({ auth, catalog }) =>
                created.resolve(
                  new CatalogReader({
                    auth,
                    catalog,
                    onAnswer: (...answer) => answers.push(answer),
                  }),
                ),
            });
          },
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { minutes: 10 },
              rules: [{ allow: ['Group', 'Location'] }],
              locations: [
                { type: 'file', target: directory.resolve('groups.yaml') },
              ],
            },
          },
        }),
      ],
    });
    const reader = await created;
    const { signal } = new AbortController();
    // The location is an entity as well.
    await eventually(async () => expect(await reader.count(signal)).toBe(601), {
      withinMs: 40_000,
    });

    answers.length = 0;
    const entities = [];
    for await (const page of reader.pages(signal)) {
      entities.push(...page);
    }
    expect(entities).toHaveLength(601);
    expect(JSON.stringify(entities)).not.toContain('no use for');
    expect(answers).toEqual([
      ['full reading', 500],
      ['full reading', 101],
    ]);
    const [gone, present] = await reader.reread(
      ['group:default/gone', 'group:default/g7'],
      signal,
    );
    expect(gone).toEqual({ entityRef: 'group:default/gone' });
    expect(present.entity).toEqual(
      entities.find(({ metadata }) => metadata.name === 'g7'),
    );
    await backend.stop();
  },
);
