import { daysSince } from '../../model/readiness';
import { AuditQuestion, AuditRule } from '../AuditRule';
import { annotationsToWrite, examples } from '../fixes';
import { count, fail, pass, skipped } from '../verdicts';

const KINDS = ['component', 'api', 'system'];

const hasNoCustomer = ({ layers }: AuditQuestion) => !layers.customers.length;

/** Customers can get at it, and get help. */
export const consumable: AuditRule = {
  id: 'consumable',
  title: 'Can be consumed',
  why: 'Running is not the point: without a way in and somebody to ask, customers can’t benefit from it.',
  severity: 'warning',
  kinds: KINDS,
  fix: () => ({
    text: 'Say where customers get at it, and where they get help.',
    yaml: annotationsToWrite(examples('entryPoint', 'support')),
  }),
  check(question) {
    if (hasNoCustomer(question)) {
      return skipped('It has no customer');
    }
    const { entryPoint, support } = question.layers.delivery;
    const missing = [
      !entryPoint && 'no entry point',
      !support && 'no support route',
    ].filter(Boolean);
    return missing.length
      ? fail(`It has ${missing.join(' and ')}`)
      : pass('It has an entry point and a support route', [
          { text: `entry point ${entryPoint}` },
          { text: `support ${support}` },
        ]);
  },
};

/** The customer side says that it arrives. */
export const customerInvolved: AuditRule = {
  id: 'customer-involved',
  title: 'Confirmed by the customer side',
  why: 'Only the customer side can say whether a delivery arrives and helps, and what was true last year may be so no longer.',
  severity: 'warning',
  kinds: KINDS,
  fix: () => ({
    text: 'Ask the customer side whether the delivery arrives and helps. Then confirm it on the Customers tab, or write down when they did.',
    yaml: annotationsToWrite(examples('confirmedOn')),
  }),
  check(question) {
    if (hasNoCustomer(question)) {
      return skipped('It has no customer');
    }
    const { layers, context } = question;
    const { confirmedOn } = layers.delivery;
    const limit = context.settings.confirmedWithinDays;
    if (!confirmedOn) {
      return fail('The customer side never confirmed the delivery');
    }
    const age = daysSince(confirmedOn, context.now);
    const evidence = [{ text: `confirmed on ${confirmedOn}` }];
    if (age < 0) {
      return fail('It was confirmed on a day that is yet to come', evidence);
    }
    return age <= limit
      ? pass(`It was confirmed within ${count(limit, 'day')}`, evidence)
      : fail(`It was not confirmed within ${count(limit, 'day')}`, evidence);
  },
};

/** A customer gets something. */
export const customerServed: AuditRule = {
  id: 'customer-served',
  title: 'Is served by something',
  why: 'A customer of whom no service knows is forgotten when one fails.',
  severity: 'warning',
  kinds: ['customer'],
  fix: ({ entityRef }) => ({
    text: 'Name this customer on the services that it gets, or on their Systems.',
    yaml: annotationsToWrite({ economicCustomers: entityRef }),
  }),
  check({ subject, context }) {
    const serving = context.servedBy(subject.entityRef);
    return serving.length
      ? pass(
          `It is a direct customer of ${count(
            serving.length,
            'entity',
            'entities',
          )}`,
          [{ text: serving[0] }],
        )
      : fail('Nothing has it as a direct customer');
  },
};
