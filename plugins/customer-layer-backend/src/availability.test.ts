import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { ask } from './__testUtils__/contract';
import { SHOP } from './__testUtils__/shop';
import { startPlugin } from './__testUtils__/startPlugin';

const token = mockCredentials.user.token();

async function waitFor<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 50; tries > 0; tries--) {
    try {
      return await attempt();
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  return attempt();
}

describe('the HTTP API, while the catalog does not answer', () => {
  it('asks to wait before the first reading, and keeps the last good graph later', async () => {
    let broken = true;
    const plugin = await startPlugin({
      beforeReading: () => {
        if (broken) {
          throw new Error('The catalog is down');
        }
      },
    });
    for (const call of ['graph', 'customers', 'layers/by-name/api/a/b']) {
      const response = await ask(plugin, 'get', call);
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(response.body.error).toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('still being read for the first time'),
      });
    }

    broken = false;
    await plugin.refresh();
    const before = await ask(plugin, 'get', 'graph');
    expect(before.status).toBe(200);

    broken = true;
    plugin.replaceEntities([]);
    await plugin.refresh();
    const after = await ask(plugin, 'get', 'graph');
    expect(after.body.revision).toBe(before.body.revision);
    expect(after.body.ageSeconds).toBeGreaterThan(before.body.ageSeconds);
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
      waitFor(() => client.getGraphStatus({ token })),
    ).resolves.toMatchObject({ counts: { entities: SHOP.length } });
  });
});
