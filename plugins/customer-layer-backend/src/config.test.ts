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
      schedule: { frequency: 600_000, timeout: 600_000, initialDelay: 0 },
    });
  });

  it('reads what is configured', () => {
    expect(
      read({
        operations: { assumeOwner: false },
        graph: {
          schedule: { frequency: { minutes: 5 }, initialDelay: 'PT1M' },
        },
        limits: { listEntries: 7 },
      }),
    ).toMatchObject({
      rules: { assumeOwner: false },
      listEntries: 7,
      schedule: { frequency: 300_000, timeout: 600_000, initialDelay: 60_000 },
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
      { graph: { schedule: { frequency: { cron: '0 * * * *' } } } },
      'customerLayer.graph.schedule.frequency is {"cron":"0 * * * *"}. A full reading comes a certain time after the one before, so "cron" can\'t be followed. Write a duration, as in { frequency',
    ],
    [
      { graph: { schedule: { frequency: { trigger: 'manual' } } } },
      'so "trigger" can\'t be followed',
    ],
    [
      { graph: { schedule: { frequency: 'often' } } },
      /^customerLayer.graph.schedule.frequency can't be read: .*often.* Write a duration/,
    ],
    [
      { graph: { schedule: { timeout: { minutes: 0 } } } },
      'customerLayer.graph.schedule.timeout is {"minutes":0}. Write a longer duration',
    ],
    [
      { graph: { schedule: { scope: 'local' } } },
      'customerLayer.graph.schedule.scope is "local". Remove it, since of several replicas one reads for all',
    ],
    [{ strict: 'yes' }, 'customerLayer.strict'],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
