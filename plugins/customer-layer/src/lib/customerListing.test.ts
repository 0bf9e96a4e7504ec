import {
  customerRow,
  isWholeList,
  Listing,
  listingQuery,
  readListing,
  writeListing,
} from './customerListing';

describe('the address of the list', () => {
  it.each<[Listing, object]>([
    [{ sort: 'tier' }, {}],
    [
      { type: 'internal', stage: 'back-stage', sort: 'name' },
      { type: 'internal', stage: 'back-stage', sort: 'name' },
    ],
    [
      { tier: 1, text: 'shop', sort: 'serves' },
      { tier: '1', text: 'shop', sort: 'serves' },
    ],
  ])('of %j is %j, and back', (listing, params) => {
    expect(writeListing(listing)).toEqual(params);
    expect(readListing(params)).toEqual(listing);
  });

  it.each([
    undefined,
    'nonsense',
    { type: 'paying', stage: ['front-stage'], tier: '5', text: '', sort: 'x' },
  ])('leaves out what makes no sense: %j', params => {
    expect(readListing(params)).toEqual({ sort: 'tier' });
  });
});

it('takes blanks for no text', () => {
  expect(listingQuery({ text: '  ', sort: 'tier' })).toEqual({
    text: undefined,
    sort: 'tier',
  });
  expect(isWholeList({ text: '  ', sort: 'name' })).toBe(true);
  expect(isWholeList({ tier: 2, sort: 'name' })).toBe(false);
});

const customer = { customerRef: 'customer:default/a', exists: true };

it.each([
  ['hidden', { serves: 3, hidden: true as const }, undefined, 'hidden'],
  ['nobody’s', { serves: 0, type: 'economic' as const }, 'economic', 'none'],
  ['ready', { serves: 2, stage: 'back-stage' as const }, 'back-stage', 'ready'],
  [
    'weak',
    { serves: 1, weakestTeam: { teamRef: 'group:default/t', passes: 1 } },
    undefined,
    'weak',
  ],
  [
    'a team',
    { customerRef: 'group:default/a', serves: 1 },
    'no-stage',
    'ready',
  ],
])('tells of a customer that is %s', (_, more, type, delivery) => {
  const row = customerRow({ ...customer, ...more });
  expect([row.type, row.delivery]).toEqual([type, delivery]);
});

it('tells where only segments are served', () => {
  const weakestTeam = { teamRef: 'group:default/t', passes: 1 };
  expect(customerRow({ ...customer, serves: 0, weakestTeam })).toMatchObject({
    delivery: 'weak',
    segmentsOnly: true,
  });
});

it('tells how many pillars pass, and when the customer last confirmed', () => {
  expect(
    customerRow({
      ...customer,
      serves: 3,
      weakestTeam: { teamRef: '#1' },
      confirmed: { newest: '2026-05-01', oldest: '2026-01-01', unconfirmed: 1 },
    }),
  ).toEqual({
    type: undefined,
    delivery: 'weak',
    segmentsOnly: false,
    weakest: { teamRef: '#1', passed: undefined, total: 4 },
    newest: '2026-05-01',
    unconfirmed: 1,
  });
});
