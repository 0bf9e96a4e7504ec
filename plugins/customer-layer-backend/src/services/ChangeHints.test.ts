import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CHANGE_HINTS_TOPIC } from '@missing-layer/backstage-plugin-customer-layer-common';
import { DatabaseGraphStore } from '../database/DatabaseGraphStore';
import { migrateDatabase } from '../database/migrateDatabase';
import { ChangeHints } from './ChangeHints';

const NOON = new Date('2026-11-22T12:00:00Z');

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

async function setUp(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await migrateDatabase(mockServices.database({ knex }));
  const logger = mockServices.logger.mock();
  const store = new DatabaseGraphStore({ knex, logger, now: () => NOON });
  const events = mockServices.events();
  const subscribed = jest.spyOn(events, 'subscribe');
  await new ChangeHints({ store, logger }).subscribe(events);
  return {
    knex,
    logger,
    subscribed,
    publish: (eventPayload: unknown) =>
      events.publish({ topic: CHANGE_HINTS_TOPIC, eventPayload }),
    noted: async () =>
      (await store.dueHints({ now: NOON, limit: 10 })).map(
        ({ entityRef }) => entityRef,
      ),
  };
}

describe.each(databases.eachSupportedId())('ChangeHints on %s', databaseId => {
  it('notes what is hinted, in lower case, once for all replicas', async () => {
    const { publish, noted, logger, subscribed } = await setUp(databaseId);
    await publish({
      entityRefs: ['Component:Shop/Web', 'resource:default/db'],
      more: 'of a later version',
    });
    await publish({ entityRefs: ['component:shop/web'] });
    expect(await noted()).toEqual([
      'component:shop/web',
      'resource:default/db',
    ]);
    expect(logger.error).not.toHaveBeenCalled();
    expect(subscribed).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'change-hints' }),
    );
  });

  it('says what to do when it cannot note them', async () => {
    const { publish, knex, logger } = await setUp(databaseId);
    await knex.schema.dropTable('customer_layer_graph_hints');
    await publish({ entityRefs: ['resource:default/db'] });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/are lost.*check the database/),
      expect.objectContaining({
        message: expect.stringContaining('customer_layer_graph_hints'),
      }),
    );
  });
});

it.each([
  ['nothing', undefined, /the whole: /],
  ['no refs', { entityRefs: [] }, /entityRefs: .*>=1/],
  ['too many', { entityRefs: Array(1001).fill('a:b/c') }, /<=1000/],
  ['no text', { entityRefs: [1] }, /entityRefs\.0: /],
  ['a short ref', { entityRefs: ['a:b/c', 'db'] }, /entityRefs\.1: .*kind:nam/],
  ['an odd ref', { entityRefs: ['a:b/c/d'] }, /entityRefs\.0: .*kind:namesp/],
])('refuses an event with %s', async (_, payload, message) => {
  const logger = mockServices.logger.mock();
  const noteHints = jest.fn();
  await new ChangeHints({ store: { noteHints }, logger }).note(payload);
  expect(noteHints).not.toHaveBeenCalled();
  expect(logger.error).toHaveBeenCalledWith(
    expect.any(String),
    expect.objectContaining({
      name: 'InputError',
      message: expect.stringMatching(message),
    }),
  );
});
