import { customer } from '../__testUtils__/answers';
import { customerSections, tierCounts } from './customers';

describe('customerSections', () => {
  it('lists those who pay first, then internal customers by stage, each by tier and nearness', () => {
    const sections = customerSections([
      customer('far', { distance: 3 }),
      customer('second', { tier: 2 }),
      customer('first', { tier: 1, distance: 4 }),
      customer('unstaged', { role: 'internal' }),
      customer('finance', { role: 'internal', stage: 'back-stage' }),
      customer('near'),
      customer('support', { role: 'internal', stage: 'front-stage' }),
    ]);
    expect(
      sections.map(({ id, customers }) => [
        id,
        customers.map(({ customerRef }) => customerRef.split('/')[1]),
      ]),
    ).toEqual([
      ['economic', ['first', 'second', 'near', 'far']],
      ['front-stage', ['support']],
      ['back-stage', ['finance']],
      ['no-stage', ['unstaged']],
    ]);
  });

  it('leaves out sections without customers, and its input as it was', () => {
    const customers = [customer('b', { distance: 1 }), customer('a')];
    expect(customerSections(customers).map(({ id }) => id)).toEqual([
      'economic',
    ]);
    expect(customers[0].distance).toBe(1);
    expect(customerSections([])).toEqual([]);
  });
});

it('counts customers by tier, those without one last', () => {
  expect(
    tierCounts([
      customer('a'),
      customer('b', { tier: 3 }),
      customer('c', { tier: 1 }),
      customer('d', { tier: 3 }),
    ]),
  ).toEqual([
    { tier: 1, count: 1 },
    { tier: 3, count: 2 },
    { tier: undefined, count: 1 },
  ]);
  expect(tierCounts([])).toEqual([]);
});
