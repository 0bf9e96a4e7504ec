import { screen, waitFor, within } from '@testing-library/react';
import { COMPANY, renderForm } from './__testUtils__/renderForm';

const customers = {
  customers: {
    title: 'Who is it for?',
    type: 'object',
    required: ['economicCustomers'],
    'ui:field': 'CustomersPicker',
  },
};

const team = (type: string) => ({
  team: { title: 'Who runs it?', type, 'ui:field': 'OperationsTeamPicker' },
});

const box = (name: RegExp) => screen.findByRole('textbox', { name });

/** Headings and options of the open list. */
async function listed() {
  const list = await screen.findByRole('listbox');
  return within(list)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
}

describe('CustomersPicker', () => {
  it('returns what the action takes: customers by role, chosen or typed', async () => {
    const { user, review, create } = await renderForm({
      properties: customers,
    });
    expect(
      screen.getByRole('group', { name: 'Who is it for?' }),
    ).toBeInTheDocument();

    await user.click(await box(/Economic customers/));
    expect(await listed()).toEqual([
      'Merchantscustomer:default/merchants · Tier 1',
      'Online shopperscustomer:default/shoppers · Tier 2',
    ]);
    await user.click(screen.getByText('Online shoppers'));
    await user.type(await box(/Economic customers/), 'partners{Enter}');

    await user.click(await box(/Internal customers/));
    expect(await listed()).toEqual([
      'Clerkscustomer:default/clerks',
      'Financegroup:default/finance',
      'Lost peoplecustomer:default/lost',
    ]);
    expect(
      ['Front-stage', 'Back-stage', 'No stage given'].map(
        heading => screen.getByText(heading).textContent,
      ),
    ).toHaveLength(3);
    await user.click(screen.getByText('Finance'));

    await review();
    expect(await create()).toEqual([
      {
        customers: {
          economicCustomers: ['customer:default/shoppers', 'partners'],
          internalCustomers: ['group:default/finance'],
        },
      },
    ]);
  });

  it('says what is missing and what can’t be read, at the field', async () => {
    const { user, review } = await renderForm({
      properties: customers,
      required: ['customers'],
    });
    const field = await box(/Economic customers/);
    await review();
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        /must have required property 'economicCustomers' Who pays/,
      ),
    );
    expect(field).toBeInvalid();

    // Not even an Enter is needed.
    await user.type(field, 'a:b:c:d/e/f');
    await review();
    expect(
      await screen.findAllByText(/^.*"a:b:c:d\/e\/f".*$/),
    ).not.toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('asks for one role where the template wants one, and takes a choice back', async () => {
    const { user, review, create } = await renderForm({
      properties: {
        customers: {
          type: 'object',
          'ui:field': 'CustomersPicker',
          'ui:options': { roles: ['internal'] },
        },
      },
    });
    await user.click(await box(/Internal customers/));
    await user.click(await screen.findByText('Clerks'));
    expect(
      screen.queryByRole('textbox', { name: /Economic/ }),
    ).not.toBeInTheDocument();
    await user.type(await box(/Internal customers/), '{Backspace}');
    await review();
    expect(await create()).toEqual([{ customers: {} }]);
  });

  it('can be filled in by hand when the catalog has none or does not answer', async () => {
    const { user } = await renderForm({
      properties: customers,
      entities: [],
      catalogApi: {
        // eslint-disable-next-line require-yield
        async *streamEntities() {
          throw new Error('It sleeps');
        },
      },
    });
    expect(await screen.findAllByText(/can’t be read: It sleeps/)).toHaveLength(
      2,
    );
    await user.type(await box(/Economic customers/), 'shoppers{Enter}');
    expect(screen.getByText('shoppers')).toBeInTheDocument();
  });

  it('shows the first of many, and finds the others', async () => {
    const { user } = await renderForm({
      properties: customers,
      entities: Array.from({ length: 500 }, (_, i) => ({
        ...COMPANY[0],
        metadata: { namespace: 'default', name: `c-${i}`, title: `Of ${i}.` },
      })),
    });
    const field = await box(/Economic customers/);
    expect(
      await screen.findByText(/The first 100 are shown/),
    ).toBeInTheDocument();
    await user.click(field);
    expect(await listed()).toHaveLength(100);
    await user.type(field, 'of 499.');
    expect(await listed()).toHaveLength(1);
  });
});

describe('OperationsTeamPicker', () => {
  it.each([
    ['string', 'group:default/artists'],
    ['array', ['group:default/sre', 'group:default/artists']],
  ])('returns a %s', async (type, expected) => {
    const { user, review, create } = await renderForm({
      properties: team(type),
      required: ['team'],
    });
    const field = await box(/Who runs it\?/);
    await user.click(field);
    expect(await listed()).toEqual([
      'SREgroup:default/sre',
      'artistsgroup:default/artists',
      'Financegroup:default/finance',
    ]);
    await user.click(screen.getByText('SRE'));
    await user.click(field);
    await user.click(await screen.findByText('artists'));
    await review();
    expect(await create()).toEqual([{ team: expected }]);
  });

  it('is missed where it is required', async () => {
    const { review } = await renderForm({
      properties: team('string'),
      required: ['team'],
    });
    const field = await box(/Who runs it\?/);
    await review();
    expect(
      await screen.findByText("must have required property 'Who runs it?'"),
    ).toBeInTheDocument();
    expect(field).toBeInvalid();
  });
});
