import { ConfigReader } from '@backstage/config';
import { readBackendConfig } from './config';

const read = (customerLayer?: object) =>
  readBackendConfig(
    new ConfigReader(customerLayer ? { customerLayer } : undefined),
  );

describe('readBackendConfig', () => {
  it('needs no configuration', () => {
    expect(read()).toMatchObject({
      strict: false,
      listEntries: 10_000,
      schedule: { frequency: { seconds: 60 }, scope: 'local' },
    });
  });

  it('reads what is configured', () => {
    expect(
      read({
        operations: { assumeOwner: false },
        graph: { schedule: { frequency: { minutes: 5 }, timeout: 'PT1M' } },
        limits: { listEntries: 7 },
      }),
    ).toMatchObject({
      rules: { assumeOwner: false },
      listEntries: 7,
      schedule: { frequency: { minutes: 5 }, scope: 'local' },
    });
  });

  it.each([
    [
      { limits: { listEntries: 0 } },
      'customerLayer.limits.listEntries is 0. Write a whole number from 1 to 100000',
    ],
    [
      { limits: { listEntries: 'all' } },
      'customerLayer.limits.listEntries is "all". Write',
    ],
    [
      { graph: { schedule: { timeout: 'PT1M' } } },
      /^customerLayer.graph.schedule can't be read: .*frequency.* Give it a frequency/,
    ],
    [
      {
        graph: {
          schedule: { frequency: 'PT1M', timeout: 'PT1M', scope: 'global' },
        },
      },
      'customerLayer.graph.schedule.scope is "global", but every replica keeps a graph of its own. Remove it',
    ],
    [{ strict: 'yes' }, 'customerLayer.strict'],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
