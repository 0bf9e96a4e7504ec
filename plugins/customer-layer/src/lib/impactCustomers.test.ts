import { customer, DB, impactOfDb } from '../__testUtils__/answers';
import {
  customersHit,
  impactFigures,
  joinImpacts,
  tierGroups,
} from './impactCustomers';

const shoppers = customer('shoppers', { tier: 1, distance: 2 });
const merchants = customer('merchants', { tier: 1, distance: 1 });
const guests = customer('guests', { tier: 3 });
const finance = customer('finance', { role: 'internal' });
const secret = customer('', { customerRef: '#1', hidden: true });

it('counts each customer once, as the one who pays', () => {
  const asStaff = { ...shoppers, role: 'internal' as const, distance: 0 };
  expect(customersHit([asStaff, shoppers, finance])).toEqual([
    shoppers,
    finance,
  ]);
});

it('groups by tier, the most critical first and the nearest first', () => {
  const groups = tierGroups([secret, finance, guests, shoppers, merchants]);
  expect(groups).toEqual([
    { tier: 1, customers: [merchants, shoppers] },
    { tier: 3, customers: [guests] },
    { tier: 'none', customers: [finance] },
    { tier: 'hidden', customers: [secret] },
  ]);
});

it('works out the figures', () => {
  const impact = impactOfDb({
    customers: [shoppers, merchants, guests, secret],
    valueAtRisk: { CHF: 5, EUR: 70 },
    valueHidden: 1,
    smallestTier: 1,
  });
  expect(impactFigures(impact)).toEqual({
    customers: 4,
    worstTier: { tier: 1, count: 2, atLeast: false },
    atRisk: [
      { amount: 70, currency: 'EUR' },
      { amount: 5, currency: 'CHF' },
    ],
    valueHidden: 1,
    affected: 0,
  });
  expect(impactFigures(impactOfDb())).toMatchObject({
    customers: 0,
    atRisk: [],
  });
});

it('says what holds for the whole answer, where only a part of it is known', () => {
  expect(
    impactFigures(
      impactOfDb({
        customers: [shoppers],
        smallestTier: 1,
        truncated: true,
        totals: { customers: 900, affected: 4_000 },
      }),
    ),
  ).toMatchObject({
    customers: 900,
    worstTier: { tier: 1, count: 1, atLeast: true },
    affected: 4_000,
  });
});

it('puts pages together, and counts what is still missing', () => {
  const first = impactOfDb({
    customers: [shoppers],
    truncated: true,
    totals: { customers: 2, affected: 9 },
    nextCursor: 'a',
  });
  const second = impactOfDb({
    customers: [merchants],
    truncated: true,
    totals: { customers: 2, affected: 9 },
    nextCursor: 'b',
  });
  expect(joinImpacts([first])).toEqual(first);
  expect(joinImpacts([first, second])).toMatchObject({
    entityRefs: [DB],
    customers: [shoppers, merchants],
    truncated: true,
    totals: { affected: 9 },
    nextCursor: 'b',
  });
  const whole = impactOfDb({ customers: [shoppers] });
  expect(joinImpacts([whole])).toEqual(whole);
});
