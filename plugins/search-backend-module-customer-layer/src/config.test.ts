import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readSearchConfig } from './config';

const read = (search?: JsonObject, permissions = true) =>
  readSearchConfig(
    new ConfigReader({
      permission: { enabled: permissions },
      ...(search && { customerLayer: { strict: true, search } }),
    }),
  );

describe('readSearchConfig', () => {
  it('tells by itself no more than the catalog does', () => {
    const defaults = {
      sources: ['declared', 'inherited'],
      patienceMs: 30_000,
    };
    expect(read()).toEqual({ ...defaults, customers: 'declared' });
    expect(read(undefined, false)).toEqual({ ...defaults, customers: 'all' });
    expect(readSearchConfig(new ConfigReader({})).customers).toBe('all');
    expect(read({ customers: 'none' }, false).customers).toBe('none');
  });

  it('reads what is written', () => {
    const search = {
      customers: 'all',
      publicCustomers: { kind: 'Customer', 'spec.type': 'internal' },
      sources: ['derived'],
    };
    expect(read({ ...search, patience: { minutes: 1 } })).toEqual({
      ...search,
      patienceMs: 60_000,
    });
    expect(read({ patience: '5s' }).patienceMs).toBe(5_000);
  });

  it.each<[JsonObject, string]>([
    [{ customers: 'some' }, 'search.customers: must be one of declared, all'],
    [{ sources: ['hearsay'] }, 'search.sources.0: must be one of declared'],
    [{ sources: [] }, 'search.sources: must name at least one source'],
    [{ publicCustomers: { $none: [] } }, 'search.publicCustomers'],
    [{ patience: 'long' }, "search.patience can't be read"],
    [{ customer: 'all' }, 'customer'],
  ])('refuses %j', (search, message) => {
    expect(() => read(search)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});
