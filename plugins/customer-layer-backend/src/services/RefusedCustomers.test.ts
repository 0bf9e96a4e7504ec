import { mockServices } from '@backstage/backend-test-utils';
import { CATALOG_ERRORS_TOPIC as THEIRS } from '@backstage/plugin-catalog-backend';
import { CATALOG_ERRORS_TOPIC, RefusedCustomers } from './RefusedCustomers';

const ref = 'customer:default/acme';
const refusal = (entity: string, ...errors: unknown[]) => ({ entity, errors });

describe('RefusedCustomers', () => {
  it('listens to the topic of the catalog', async () => {
    expect(CATALOG_ERRORS_TOPIC).toBe(THEIRS);
    const events = mockServices.events();
    const refused = new RefusedCustomers();
    await refused.subscribe(events);
    await events.publish({
      topic: THEIRS,
      eventPayload: refusal(
        ref,
        new Error('A processor threw', { cause: new Error('No tier') }),
        { message: 'No type' },
      ),
    });
    expect([...refused.reasons]).toEqual([[ref, 'No tier; No type']]);
  });

  it.each([
    ['another kind', refusal('component:default/acme', new Error('No'))],
    ['no error', refusal(ref)],
    ['no entity', { errors: [new Error('No')] }],
    ['nothing', undefined],
  ])('ignores %s', (_, payload) => {
    const refused = new RefusedCustomers();
    refused.note(payload);
    expect(refused.reasons.size).toBe(0);
  });

  it('remembers the latest reason, until the customer is accepted', () => {
    const refused = new RefusedCustomers();
    refused.note(refusal(ref, new Error('Old')));
    refused.note(refusal('Customer:Default/Acme', {}));
    expect(refused.reasons.get(ref)).toBe('the catalog gives no reason');
    refused.forget(() => false);
    expect(refused.reasons.size).toBe(1);
    refused.forget(accepted => accepted === ref);
    expect(refused.reasons.size).toBe(0);
  });

  it('remembers no more than a thousand', () => {
    const refused = new RefusedCustomers();
    for (let i = 0; i <= 1000; i++) {
      refused.note(refusal(`customer:default/c${i}`, new Error('No')));
    }
    expect(refused.reasons.size).toBe(1000);
    expect(refused.reasons.has('customer:default/c0')).toBe(false);
    expect(refused.reasons.has('customer:default/c1000')).toBe(true);
  });
});
