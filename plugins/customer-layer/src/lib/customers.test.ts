import { customer } from '../__testUtils__/answers';
import { customerSections } from './customers';

describe('customerSections', () => {
  it('lists those who pay first, then internal customers by stage, the nearest first', () => {
    const sections = customerSections([
      customer('far', { distance: 3 }),
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
      ['economic', ['near', 'far']],
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
