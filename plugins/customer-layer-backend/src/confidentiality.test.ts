import { mockCredentials } from '@backstage/backend-test-utils';
import { ask } from './__testUtils__/contract';
import { isOpen } from './__testUtils__/shop';
import { startPlugin } from './__testUtils__/startPlugin';

const token = mockCredentials.user.token();

const lengths = (body: object) =>
  Object.values(body).map(value => Array.isArray(value) && value.length);

const oneOf = (entityRef: string) => ({ entityRefs: [entityRef] });

describe('the HTTP API, for somebody who may not read everything', () => {
  it('shows no secret in any answer and keeps the counts', async () => {
    const all = await startPlugin();
    const some = await startPlugin({ canRead: isOpen });
    await all.refresh();
    await some.refresh();
    for (const { method, call, body } of [
      { method: 'get', call: 'layers/by-name/component/default/web' },
      { method: 'get', call: 'layers/by-name/resource/default/db' },
      { method: 'post', call: 'layers/by-refs', body: oneOf('component:web') },
      { method: 'post', call: 'impact', body: oneOf('resource:db') },
      { method: 'get', call: 'delivery/by-name/customer/default/shoppers' },
      { method: 'get', call: 'operations/by-name/group/default/web-team' },
      { method: 'get', call: 'customers' },
    ] as const) {
      const full = await ask(all, method, call, { body });
      const masked = await ask(some, method, call, { body });
      expect([call, masked.status]).toEqual([call, 200]);
      expect(full.text).toMatch(/secret/);
      expect(masked.text).not.toMatch(/secret|confidential/i);
      expect(lengths(masked.body)).toEqual(lengths(full.body));
    }
  });

  it('hides no more than it must', async () => {
    const { client, refresh } = await startPlugin({ canRead: isOpen });
    await refresh();
    const { problems } = await client.getLayers('component:default/web', {
      token,
    });
    expect(problems.map(({ value }) => value)).toEqual([
      '#2',
      'group:press',
      'customer:default/ghost',
    ]);
  });

  it('counts only the value and the tier of customers that may be read', async () => {
    const { client, refresh } = await startPlugin({ canRead: isOpen });
    await refresh();
    await expect(
      client.getImpact(['resource:default/db'], { token }),
    ).resolves.toMatchObject({
      valueAtRisk: { EUR: 500 },
      valueHidden: 2,
      smallestTier: 2,
    });
  });

  it('shows a ref that names nothing where its speller may be read', async () => {
    const ghost = 'customer:default/ghost';
    const speller = 'component:default/web';
    for (const canReadSpeller of [true, false]) {
      const { client, refresh } = await startPlugin({
        canRead: ref => canReadSpeller || ref !== speller,
      });
      await refresh();
      const { customers } = await client.getLayers('resource:default/db', {
        token,
      });
      const refs = customers.map(({ customerRef }) => customerRef);
      expect(refs.includes(ghost)).toBe(canReadSpeller);
      expect(customers).toHaveLength(6);
    }
  });

  it('says the same of what is hidden and of what is not there', async () => {
    const plugin = await startPlugin({ canRead: isOpen });
    await plugin.refresh();
    const said = async (name: string) => {
      const answers = [
        await ask(plugin, 'get', `layers/by-name/customer/default/${name}`),
        await ask(plugin, 'get', `delivery/by-name/customer/default/${name}`),
        await ask(plugin, 'get', `operations/by-name/customer/default/${name}`),
        await ask(plugin, 'post', 'impact', {
          body: { entityRefs: ['component:web', `customer:${name}`] },
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      return answers.map(({ body }) =>
        JSON.stringify(body).split(name).join('NAME'),
      );
    };
    expect(await said('secret-acme')).toEqual(await said('nobody'));
    const both = await ask(plugin, 'post', 'impact', {
      body: { entityRefs: ['customer:secret-acme', 'customer:nobody'] },
    });
    expect(both.body.error.message).toContain(
      'no "customer:default/secret-acme", "customer:default/nobody" that',
    );
    expect(
      await plugin.client.getLayersByRefs(
        ['customer:default/secret-acme', 'customer:default/nobody'],
        { token },
      ),
    ).toEqual([undefined, undefined]);
  });
});
