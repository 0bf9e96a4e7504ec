import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { CHANGE_HINTS_TOPIC } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ask } from './__testUtils__/contract';
import { eventually } from './__testUtils__/eventually';
import { SHOP } from './__testUtils__/shop';
import { startPlugin } from './__testUtils__/startPlugin';

const token = mockCredentials.user.token();

describe('the HTTP API, while the catalog does not answer', () => {
  it('asks to wait before the first reading, and keeps the last good graph later', async () => {
    const catalogIsDown = new Error('The catalog is down');
    const plugin = await startPlugin({ catalogIsDown });
    for (const call of ['graph', 'customers', 'layers/by-name/api/a/b']) {
      const response = await ask(plugin, 'get', call);
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(response.body.error).toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('still being read for the first time'),
      });
    }

    plugin.catalog.down = undefined;
    await plugin.refresh();
    const before = await ask(plugin, 'get', 'graph');
    expect(before.status).toBe(200);

    plugin.catalog.down = catalogIsDown;
    plugin.catalog.replaceAll([]);
    await plugin.events.publish({
      topic: CHANGE_HINTS_TOPIC,
      eventPayload: { entityRefs: plugin.catalog.refs },
    });
    const attempts: string[] = [];
    plugin.catalog.before = async request => {
      attempts.push(request);
    };
    await eventually(() => expect(attempts).toEqual(['refs', 'refs']));
    const after = await ask(plugin, 'get', 'graph');
    expect(after.body.revision).toBe(before.body.revision);
    expect(after.body.ageSeconds).toBeGreaterThan(before.body.ageSeconds);
    expect(after.body.contactSeconds).toBeGreaterThan(
      before.body.contactSeconds,
    );
  });

  it('shows nothing while nobody says what may be read', async () => {
    const plugin = await startPlugin({
      canRead: () => {
        throw new NotAllowedError('An answer to us, not to the caller');
      },
    });
    await plugin.refresh();
    const response = await ask(
      plugin,
      'get',
      'layers/by-name/component/default/web',
    );
    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain(
      'The catalog does not say what you may read',
    );
  });

  it('reads the catalog at start without being asked to', async () => {
    const { client } = await startPlugin();
    await expect(
      eventually(() => client.getGraphStatus({ token })),
    ).resolves.toMatchObject({
      counts: { entities: SHOP.length },
      reader: true,
      origin: 'catalog',
    });
  });
});
