import { CustomerEntry } from '../../graph/answers';
import { AuditRule } from '../AuditRule';
import { annotationsToWrite, examples } from '../fixes';
import { Evidence } from '../finding';
import { fail, pass, skipped, tell, count } from '../verdicts';

const asEvidence = ({
  customerRef,
  source,
  exists,
  path,
}: CustomerEntry): Evidence => ({
  text: `${customerRef}, ${source}${exists ? '' : ', not in the catalog'}`,
  path,
});

/** Somebody pays for it. */
export const economicCustomer: AuditRule = {
  id: 'economic-customer',
  title: 'Has an economic customer',
  why: 'What nobody pays for is the first to lose its budget, and nobody can say what an outage of it costs.',
  severity: 'error',
  kinds: ['component', 'system', 'api', 'resource'],
  fix: ({ kind }) => ({
    text: `Say who pays for what this ${kind} delivers, here or on its System. Or say what depends on it: the customers of its dependents are its customers, too.`,
    yaml: annotationsToWrite(examples('economicCustomers')),
  }),
  check({ layers }) {
    if (!layers.applicable) {
      return skipped('Entities of this kind declare no customers');
    }
    const economic = layers.customers.filter(({ role }) => role === 'economic');
    const existing = economic.filter(({ exists }) => exists);
    if (existing.length) {
      const [nearest] = existing;
      return pass(
        `It has ${count(existing.length, 'economic customer')}`,
        [nearest].map(asEvidence),
      );
    }
    return economic.length
      ? fail(
          'None of its economic customers is in the catalog',
          tell(economic, asEvidence),
        )
      : fail('It has no economic customer, from any source');
  },
};

/** It is for somebody. */
export const servesSomeone: AuditRule = {
  id: 'serves-someone',
  title: 'Serves someone',
  why: 'What serves nobody costs money, attracts attackers and wakes people up, for nothing.',
  severity: 'warning',
  kinds: ['resource', 'api', 'component'],
  fix: ({ kind }) => ({
    text: `Say what depends on this ${kind}, or whom it serves. If there is nobody, retire it.`,
    yaml: annotationsToWrite(
      examples('economicCustomers', 'internalCustomers'),
    ),
  }),
  check({ layers }) {
    if (!layers.applicable) {
      return skipped('Entities of this kind declare no customers');
    }
    const [first] = layers.customers;
    return first
      ? pass(`It has ${count(layers.customers.length, 'customer')}`, [
          asEvidence(first),
        ])
      : fail('It has no customer of any role: what is it for?');
  },
};

/** Whoever is served inside has a place there. */
export const internalStage: AuditRule = {
  id: 'internal-stage',
  title: 'Internal customers have a stage',
  why: 'Whether an internal customer stands with the customers of the business or behind them decides how soon an outage is felt outside.',
  severity: 'warning',
  fix: () => ({
    text: 'Say on the Group of each of these internal customers whether it is front-stage or back-stage.',
    yaml: annotationsToWrite(examples('stage')),
  }),
  check({ layers }) {
    // A User has no stage, and a consumer team is one by its work, not by its place.
    const staged = layers.customers.filter(
      ({ role, source, exists, customerRef }) =>
        role === 'internal' &&
        source !== 'consumer' &&
        exists &&
        !customerRef.startsWith('user:'),
    );
    const without = staged.filter(({ stage }) => !stage);
    if (!staged.length) {
      return skipped('It has no internal customers that could have a stage');
    }
    return without.length
      ? fail(
          `${count(without.length, 'internal customer')} without a stage`,
          tell(without, asEvidence),
        )
      : pass('Its internal customers all have a stage');
  },
};
