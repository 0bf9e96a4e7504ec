import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  EntityLayers,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityCustomersContent } from '../../plugin';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import {
  READINESS,
  SHOP,
  customer,
  layersOfShop,
  responseError,
  shopEntity,
  supplied,
  team,
} from '../../__testUtils__/answers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';

const renderLayers = (
  overrides: Partial<EntityLayers>,
  entity: Entity = shopEntity,
) =>
  renderOnEntity(
    <EntityCustomersContent />,
    entity,
    new FakeCustomerLayerApi({ layers: layersOfShop(overrides) }),
  );

const snippet = (line: string) =>
  screen.findByText(
    (_, element) =>
      element?.tagName === 'CODE' && !!element.textContent?.includes(line),
  );

const declaringNone = (...names: string[]): Entity => ({
  ...shopEntity,
  metadata: {
    ...shopEntity.metadata,
    annotations: Object.fromEntries(
      names.map(name => [`customer-layer.io/${name}`, 'none']),
    ),
  },
});

const list = (name: string) => screen.findByRole('list', { name });

describe('customers', () => {
  it('lists those who pay before internal customers, each with its source', async () => {
    await renderLayers({
      customers: [
        customer('shoppers', { title: 'Retail shoppers', tier: 1 }),
        customer('merchants', {
          source: 'derived',
          distance: 1,
          path: [SHOP, 'component:default/market'],
        }),
        customer('staff', {
          role: 'internal',
          stage: 'front-stage',
          source: 'inherited',
          path: [SHOP, 'system:default/sales'],
        }),
        customer('auditors', {
          role: 'internal',
          source: 'part',
          path: [SHOP, 'component:default/ledger'],
        }),
        {
          ...customer('', { role: 'internal', source: 'consumer' }),
          customerRef: 'group:default/partners',
          distance: 2,
          path: [SHOP, 'api:default/orders', 'component:default/portal'],
        },
      ],
    });

    const economic = await list('Economic customers');
    expect(
      within(economic).getByRole('button', { name: /Retail shoppers/ }),
    ).toHaveAttribute('aria-expanded', 'false');
    const [shoppers, merchants] = within(economic).getAllByRole('listitem');
    expect(shoppers).toHaveTextContent('Retail shoppersTier 1declared here');
    expect(merchants).toHaveTextContent(/merchants.*through.*market/);
    expect(await list('Internal customers, front-stage')).toHaveTextContent(
      /staff.*inherited from.*sales/,
    );
    const unstaged = await list('Internal customers, no stage given');
    expect(unstaged).toHaveTextContent(/of its part.*ledger/);
    expect(unstaged).toHaveTextContent(/team that consumes it through.*portal/);
    expect(
      screen
        .getAllByRole('heading', { level: 5 })
        .map(heading => heading.textContent),
    ).toEqual([
      'Economic customers',
      'Internal customers, front-stage',
      'Internal customers, no stage given',
    ]);
    expect(
      screen.getByRole('heading', { level: 4, name: 'Customer' }),
    ).toBeVisible();
  });

  it('shows the whole path on demand, with the keyboard', async () => {
    const path = ['a', 'b', 'c'].map(name => `component:default/${name}`);
    await renderLayers({
      customers: [
        customer('far', {
          source: 'derived',
          distance: 3,
          path: [SHOP, ...path],
        }),
      ],
    });
    const button = await screen.findByRole('button', { name: /far/ });
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');

    expect(button).toHaveAttribute('aria-expanded', 'true');
    const why = await screen.findByRole('region', {
      name: 'Why customer:default/far is here',
    });
    const steps = await within(why).findByRole('list', {
      name: /^Path from this entity/,
    });
    expect(
      within(steps)
        .getAllByRole('link')
        .map(step => step.getAttribute('href')),
    ).toEqual([
      ...['web-shop', 'a', 'b', 'c'].map(
        name => `/catalog/default/component/${name}`,
      ),
      '/catalog/default/customer/far',
    ]);
    expect(why).toHaveTextContent(
      'Far is here because web-shop is linked to a, which is linked to b, which is linked to c, which is linked to far.',
    );

    await userEvent.keyboard('{Escape}');
    expect(why).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it('marks what is confidential or not in the catalog, without links', async () => {
    await renderLayers({
      customers: [
        {
          ...customer('x', { hidden: true }),
          customerRef: '#1',
          source: 'derived',
          path: [SHOP, '#2'],
        },
        customer('gone', { exists: false }),
      ],
    });
    const economic = await list('Economic customers');
    const [hidden, gone] = within(economic).getAllByRole('listitem');
    expect(hidden).toHaveTextContent(
      'Confidential customerthrough Confidential entity',
    );
    expect(gone).toHaveTextContent('customer:default/gonenot in the catalog');
    expect(within(economic).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says what it means that there are none, and what to add', async () => {
    await renderLayers({});
    expect(
      await screen.findByText(
        /^Nobody is known to benefit from this component/,
      ),
    ).toBeVisible();
    expect(
      await snippet('customer-layer.io/economic-customers: retail-shoppers'),
    ).toHaveTextContent('metadata: name: web-shop annotations:');
  });

  it('believes an entity that says it has none', async () => {
    await renderLayers(
      {},
      {
        ...shopEntity,
        metadata: {
          ...shopEntity.metadata,
          annotations: { [ANNOTATIONS.economicCustomers.name]: 'none' },
        },
      },
    );
    expect(
      await screen.findByText(/^It says of itself that it has no economic/),
    ).toBeVisible();
    expect(
      screen.queryByText(/^Nobody is known to benefit/),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['economic', /it has no economic customers\.$/, 'internal'],
    ['internal', /it has no internal customers, and no economic/, 'economic'],
  ])('asks for no %s customers where they are denied', async (...row) => {
    const [denied, text, other] = row;
    await renderLayers({}, declaringNone(`${denied}-customers`));
    expect(await screen.findByText(text)).toBeVisible();
    expect(
      await snippet(`customer-layer.io/${other}-customers:`),
    ).not.toHaveTextContent(`${denied}-customers`);
  });

  it('asks for nothing where all customers are denied', async () => {
    await renderLayers(
      {},
      declaringNone('economic-customers', 'internal-customers'),
    );
    expect(
      await screen.findByText('It says of itself that it has no customers.'),
    ).toBeVisible();
    expect(
      screen.queryByText('Name them in the file that describes it:'),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['none', /says of itself that it has no economic customers/],
    [undefined, /nobody is known to pay for what this component delivers/],
  ])('tells %s from no economic customers', async (value, text) => {
    await renderLayers(
      { customers: [customer('staff', { role: 'internal' })] },
      {
        ...shopEntity,
        metadata: {
          ...shopEntity.metadata,
          annotations: value
            ? { [ANNOTATIONS.economicCustomers.name]: value }
            : {},
        },
      },
    );
    expect(await screen.findByText(text)).toBeVisible();
  });
});

describe('operations', () => {
  it('gives every pillar a state in words and its evidence', async () => {
    await renderLayers({
      operations: [team('sre', { title: 'SRE', readiness: READINESS })],
    });
    const pillars = within(await list('Readiness of SRE'));
    expect(
      pillars.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'Staffed: Passes4 members; at least 3 are needed',
      'Trained: Not measuredno date of a training is given',
      'Equipped: Failsmissing: on-call',
      'Managed: Passesreviewed on 2026-05-20',
    ]);
    expect(screen.getByText('2 of 4 pillars pass')).toBeVisible();
  });

  it('explains an assumed team, and how to confirm it', async () => {
    await renderLayers({ operations: [team('web', { source: 'assumed' })] });
    expect(
      await screen.findByText(/the owner is assumed to be it/),
    ).toBeVisible();
    expect(screen.getByText('assumed, because it is the owner')).toBeVisible();
    expect(screen.getByText(/Readiness can’t be told/)).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'How to name the operations team' }),
    );
    expect(
      await snippet('customer-layer.io/operations-team: group:default/web'),
    ).toBeVisible();
  });
});

describe('without an operations team', () => {
  it('says so, and nothing about owners', async () => {
    await renderLayers({});
    expect(
      await screen.findByText(
        /^Nobody is known to keep this component running/,
      ),
    ).not.toHaveTextContent('owner');
    expect(
      await snippet('customer-layer.io/operations-team:'),
    ).toBeInTheDocument();
  });

  it('believes an entity that says so itself', async () => {
    await renderLayers({}, declaringNone('operations-team'));
    expect(
      await screen.findByText('It says that no team operates it.'),
    ).toBeVisible();
    expect(
      screen.queryByText(/^Nobody is known to keep/),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByText(/^Name it in the file that describes/),
    ).not.toBeInTheDocument();
  });
});

describe('infrastructure', () => {
  it('goes through the layers, with owners, teams and who is responsible', async () => {
    await renderLayers({
      supply: [
        supplied('site', {
          layer: 'facilities',
          distance: 2,
          path: [SHOP, 'resource:default/db', 'resource:default/site'],
          operatingModel: 'iaas',
          provider: 'Example Cloud',
        }),
        supplied('db', {
          owners: ['group:default/data'],
          operationsTeams: ['group:default/data'],
        }),
        supplied('lost', {
          exists: false,
          owners: ['group:default/ghosts'],
          operationsTeams: ['#1'],
        }),
      ],
      missing: ['group:default/ghosts'],
    });
    const band = (name: string) =>
      screen.getByRole('heading', { level: 4, name }).closest('section')!;
    await list('Entities in the layer Facilities');
    expect(band('Facilities')).toHaveTextContent(
      /Provider is responsible · IaaS · Provider: Example Cloud/,
    );
    expect(band('Facilities')).toHaveTextContent(
      /No owner.*No operations team/,
    );
    expect(band('Data')).toHaveTextContent(/We are responsible/);
    const [db, lost] = within(
      await list('Entities in the layer Data'),
    ).getAllByRole('listitem');
    expect(lost).toHaveTextContent('resource:default/lostnot in the catalog');

    await userEvent.click(within(lost).getByRole('button'));
    expect(
      await screen.findByRole('region', { name: /^Why resource:default.lost/ }),
    ).toHaveTextContent(
      'Owner: group:default/ghostsnot in the catalog · Operations: Confidential team',
    );
    await userEvent.click(within(db).getByRole('button'));
    expect(
      await screen.findByRole('region', { name: /^Why resource:default.db/ }),
    ).toHaveTextContent(/Owner and operations:.*data.*1 step away/);

    expect(
      screen
        .getAllByRole('heading', { level: 4 })
        .map(heading => heading.textContent),
    ).toEqual(['Customer', 'Operations', 'Application', 'Data', 'Facilities']);
  });

  it('names no provider that is confidential', async () => {
    await renderLayers({ supply: [supplied('db', { provider: '#1' })] });
    await list('Entities in the layer Data');
    expect(screen.getByText(/Provider:/).closest('section')).toHaveTextContent(
      'Provider: Confidential entity',
    );
  });

  it('keeps many entries folded in their layers', async () => {
    await renderLayers({
      supply: Array.from({ length: 300 }, (_, index) =>
        supplied(`db-${index}`, {
          layer: index % 2 ? 'data' : 'network',
          owners: [`group:default/team-${index % 10}`],
        }),
      ),
      operatingModel: 'paas',
      provider: 'Example Cloud',
    });
    const network = await list('Entities in the layer Network');
    expect(within(network).getAllByRole('listitem')).toHaveLength(8);
    expect(network.closest('section')).toHaveTextContent(
      /Network 150.*Owner: .*team-0.*team-2 and 3 more/,
    );
    expect(screen.queryByText(/db-298/)).not.toBeInTheDocument();

    const [showAll] = screen.getAllByRole('button', { name: /^Show all 150/ });
    await userEvent.click(showAll);
    expect(screen.getAllByLabelText('Filter by name')).toHaveLength(1);
  });
});

describe('the rest of the answer', () => {
  it('shows the evidence of the delivery, and what is missing of it', async () => {
    await renderLayers({
      delivery: {
        entryPoint: 'https://shop.example.com/',
        support: 'mailto:help@example.com',
        value: 'Groceries in five minutes.',
        confirmedOn: '2026-04-30',
      },
    });
    expect(
      await screen.findByRole('link', { name: /shop\.example\.com/ }),
    ).toHaveAttribute('href', 'https://shop.example.com/');
    expect(
      screen.getByRole('link', { name: /help@example\.com/ }),
    ).toBeVisible();
    expect(screen.getByText('Groceries in five minutes.')).toBeVisible();
    expect(screen.getByText('2026-04-30')).toBeVisible();
    expect(
      screen.getByText('Service level objective').nextSibling,
    ).toHaveTextContent('Not given');
  });

  it('warns of every problem, with the offending text and the remedy', async () => {
    await renderLayers({
      problems: [
        {
          code: 'unreadable',
          annotation: 'customer-layer.io/slo',
          value: 'ask Grace',
          message: '"ask Grace" is not a full URL',
        },
      ],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      '1 thing about this entity needs attention',
    );
    expect(alert).toHaveTextContent(
      'customer-layer.io/slo: ask Grace"ask Grace" is not a full URL',
    );
  });

  it('says how old the answer is and that a limit cut it', async () => {
    await renderLayers({ truncated: true });
    expect(
      await screen.findByText(
        /^Computed from the catalog, which last changed .*\./,
      ),
    ).toHaveTextContent('A limit cut this answer');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('explains that a kind has no customers', async () => {
    await renderLayers({ applicable: false });
    expect(await screen.findByText('No customers for this kind')).toBeVisible();
  });
});

describe('without an answer', () => {
  it.each([
    [401, 'You may not see this'],
    [403, 'You may not see this'],
    [404, 'Not known to the customer layer yet'],
    [503, 'The customer layer is being computed'],
    [500, 'Error: The customer layer could not be read'],
  ])('explains status %i, and tries again', async (status, title) => {
    const api = new FakeCustomerLayerApi({
      layers: layersOfShop(),
      failures: [await responseError(status, 'no')],
    });
    await renderOnEntity(<EntityCustomersContent />, shopEntity, api);
    expect(await screen.findByText(title)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/^Nobody is known to benefit/),
    ).toBeVisible();
    expect(screen.queryByText(title)).not.toBeInTheDocument();
    expect(api.asked).toEqual([SHOP, SHOP]);
  });

  it('shows the frame of the answer again while it tries again', async () => {
    const api = new FakeCustomerLayerApi({
      failures: [await responseError(503, 'not yet')],
    });
    await renderOnEntity(<EntityCustomersContent />, shopEntity, api);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    api.getLayers = () => new Promise(() => {});
    await userEvent.click(retry);
    expect(
      await screen.findByRole('heading', { name: 'Layers' }),
    ).toBeVisible();
    expect(retry).not.toBeInTheDocument();
  });

  it('shows the frame of the answer while it loads', async () => {
    const api = new FakeCustomerLayerApi({});
    api.getLayers = () => new Promise(() => {});
    await renderOnEntity(<EntityCustomersContent />, shopEntity, api);
    expect(
      (await screen.findAllByRole('heading', { level: 3 })).map(
        heading => heading.textContent,
      ),
    ).toEqual(['Delivery', 'Layers']);
    expect(screen.queryByText(/^Nobody is known/)).not.toBeInTheDocument();
  });
});
