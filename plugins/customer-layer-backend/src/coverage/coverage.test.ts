import { mockCredentials } from '@backstage/backend-test-utils';
import { SUGGESTION_REASONS } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ask } from '../__testUtils__/contract';
import { eventually } from '../__testUtils__/eventually';
import { entity, isOpen, SHOP } from '../__testUtils__/shop';
import { startPlugin } from '../__testUtils__/startPlugin';

const token = mockCredentials.user.token();

// Whoever depends on what lacks customers and teams, and who owns that.
const MORE = [
  entity('System:default/back-office', {
    title: 'Back office',
    relations: { hasPart: ['component:default/ledger'] },
  }),
  entity('Component:default/ledger', {
    title: 'Ledger',
    spec: { type: 'service' },
    relations: {
      ownedBy: ['group:default/secret-dba'],
      partOf: ['system:default/back-office'],
      dependencyOf: ['component:default/report', 'component:default/secret-x'],
    },
  }),
  entity('Component:default/report', {
    annotations: { internalCustomers: 'group:press', operationsTeam: 'sre' },
    relations: { ownedBy: ['group:default/press'] },
  }),
  entity('Component:default/secret-x', {
    annotations: { operationsTeam: 'sre' },
    relations: { ownedBy: ['group:default/secret-vendor'] },
  }),
];

const LEDGER = 'component:default/ledger';

describe('the HTTP API, for somebody who may read everything', () => {
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    plugin = await startPlugin({ entities: [...SHOP, ...MORE] });
    await plugin.refresh();
  });

  it('answers every call of the client', async () => {
    const { coverage } = plugin;
    const counts = await coverage.getCoverage({ token });
    expect(counts).toMatchObject({
      entities: 7,
      anyCustomer: 6,
      economic: { declared: 2, derived: 1 },
      internal: { declared: 2, derived: 3, part: 1, consumer: 0 },
      operations: { declared: 4, inherited: 0, assumed: 2 },
      byKind: { system: { entities: 1 } },
      declarations: [{ source: 'file', count: 8 }],
      customers: 4,
    });
    const begin = await coverage.getWhereToBegin(
      { aspect: 'economic', limit: 2 },
      { token },
    );
    expect(begin).toMatchObject({ entities: 7, covered: 3, hiddenPlaces: 0 });
    expect(begin.steps).toEqual([
      {
        entityRef: 'component:default/report',
        gain: 3,
        inherited: 1,
        derived: 2,
        covered: 6,
      },
      {
        entityRef: 'component:default/secret-x',
        gain: 1,
        inherited: 1,
        derived: 0,
        covered: 7,
      },
    ]);
    await expect(
      coverage.getUncovered({ aspect: 'operations', kind: 'component' }, { token }),
    ).resolves.toEqual({
      items: [
        {
          entityRef: LEDGER,
          title: 'Ledger',
          owners: ['group:default/secret-dba'],
          type: 'service',
          partOf: ['system:default/back-office'],
        },
        {
          entityRef: 'component:default/secret-cart',
          title: 'Confidential Cart',
          owners: ['group:default/web-team'],
          partOf: [],
        },
      ],
      totalItems: 2,
      hiddenItems: 0,
    });
  });

  it('keeps the contract that it publishes', async () => {
    const items = [
      { entityRef: LEDGER, key: 'operationsTeam', value: 'group:default/sre' },
    ];
    for (const response of [
      await ask(plugin, 'get', 'coverage'),
      await ask(plugin, 'get', 'coverage/history'),
      await ask(plugin, 'get', 'coverage/begin?aspect=operations&limit=3'),
      await ask(plugin, 'get', 'coverage/uncovered?aspect=internal&limit=1'),
      await ask(plugin, 'post', 'suggestions', { body: { entityRefs: [LEDGER] } }),
      await ask(plugin, 'post', 'suggestions/dismissals', {
        body: { items, dismissed: false },
      }),
    ]) {
      expect(response.status).toBe(200);
    }
    for (const call of [
      'coverage/begin',
      'coverage/begin?aspect=economic&limit=101',
      'coverage/uncovered?aspect=all',
      'coverage/uncovered?aspect=economic&owner=nobody',
      'coverage/uncovered?aspect=economic&cursor=x',
      'coverage/history?since=yesterday',
    ]) {
      expect((await ask(plugin, 'get', call)).status).toBe(400);
    }
    const document = JSON.stringify(
      (await ask(plugin, 'post', 'suggestions', { body: { entityRefs: [] } }))
        .body.error.message,
    );
    expect(document).toMatch(/entityRefs/);
  });

  it('writes the history once there is a graph', async () => {
    const { coverage } = plugin;
    await eventually(async () => {
      const { items } = await coverage.getCoverageHistory({}, { token });
      expect(items.length).toBeGreaterThan(0);
    });
    const { items } = await coverage.getCoverageHistory({}, { token });
    const { at } = items.at(-1)!;
    await expect(
      coverage.getCoverageHistory({ since: at }, { token }),
    ).resolves.toEqual({ items: items.slice(-1) });
    const later = new Date(Date.parse(at) + 1).toISOString();
    await expect(
      coverage.getCoverageHistory({ since: later }, { token }),
    ).resolves.toEqual({ items: [] });
  });

  it('suggests, and dismisses for everybody', async () => {
    const { coverage } = plugin;
    const suggestions = async (dismissed = false) => {
      const { items } = await coverage.getSuggestions(
        { entityRefs: [LEDGER, 'component:default/nothing'], dismissed },
        { token },
      );
      return items;
    };
    const sre = (await suggestions()).find(({ value }) => /sre/.test(value))!;
    expect(sre).toMatchObject({
      entityRef: LEDGER,
      key: 'operationsTeam',
      value: 'group:default/sre',
      title: 'SRE',
    });
    expect(sre.reasons.map(({ code }) => code)).toEqual([
      'dependents',
      'same-owner',
      'name-or-type',
    ]);
    const items = [sre].map(({ entityRef, key, value }) => ({
      entityRef,
      key,
      value,
    }));
    await coverage.dismissSuggestions({ items, dismissed: true }, { token });
    expect(await suggestions()).not.toContainEqual(
      expect.objectContaining(items[0]),
    );
    expect(await suggestions(true)).toContainEqual({
      ...sre,
      dismissed: { by: 'user:default/mock', at: expect.any(String) },
    });
    await coverage.dismissSuggestions({ items, dismissed: false }, { token });
    expect(await suggestions()).toContainEqual(sre);
    expect(plugin.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'suggestions-dismiss',
        severityLevel: 'medium',
      }),
    );
  });
});

describe('the HTTP API, for somebody who may not read the secrets', () => {
  it('shows none of them', async () => {
    const { coverage, refresh } = await startPlugin({
      entities: [...SHOP, ...MORE],
      canRead: isOpen,
      lacks: permission => permission === 'customer-layer.suggestion.dismiss',
    });
    await refresh();
    const { items } = await coverage.getSuggestions(
      { entityRefs: [LEDGER, 'component:default/secret-cart'] },
      { token },
    );
    expect(items.map(({ value }) => value).sort()).toEqual([
      'group:default/press',
      'group:default/sre',
    ]);
    const [because] = items.find(({ value }) => /sre/.test(value))!.reasons;
    expect(because).toEqual({
      code: 'dependents',
      count: 2,
      entityRefs: ['component:default/report'],
    });
    expect(SUGGESTION_REASONS).toContain(because.code);

    const begin = await coverage.getWhereToBegin({ aspect: 'economic' }, { token });
    expect(begin.hiddenPlaces).toBe(1);
    const page = await coverage.getUncovered({ aspect: 'economic' }, { token });
    expect(page).toMatchObject({ totalItems: 3, hiddenItems: 1 });
    expect(page.items[0].owners).toEqual(['#1']);
    expect(JSON.stringify([items, begin, page])).not.toMatch(/secret|Confid/);

    const { entityRef, key, value } = items[0];
    await expect(
      coverage.dismissSuggestions(
        { items: [{ entityRef, key, value }], dismissed: true },
        { token },
      ),
    ).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: expect.stringMatching(/suggestion\.dismiss/) },
    });
  });

  it('dismisses nothing that they may not read', async () => {
    const { coverage, refresh } = await startPlugin({
      entities: [...SHOP, ...MORE],
      canRead: isOpen,
    });
    await refresh();
    const dismiss = (entityRef: string, value: string) =>
      coverage.dismissSuggestions(
        {
          items: [{ entityRef, key: 'operationsTeam', value }],
          dismissed: true,
        },
        { token },
      );
    await expect(
      dismiss(LEDGER, 'group:default/secret-dba'),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(
      dismiss('component:default/secret-cart', 'group:default/sre'),
    ).rejects.toMatchObject({ statusCode: 404 });
    await dismiss(LEDGER, 'group:default/sre');
  });
});
