import { entityNameOf, opaqueNameOf } from './names';

describe('names', () => {
  it.each([
    ['ACME Inc.', 'acme-inc'],
    ['Café  Zürich', 'cafe-zurich'],
    ['0015x-A_b.c', '0015x-a_b.c'],
    ['x'.repeat(80), 'x'.repeat(63)],
    ['東京', ''],
  ])('make of %j %j', (id, name) => {
    expect(entityNameOf(id)).toBe(name);
  });

  it('are opaque by a key', () => {
    const name = opaqueNameOf('ACME', 'k'.repeat(16));
    expect(name).toMatch(/^c-[0-9a-f]{32}$/);
    expect(opaqueNameOf('ACME', 'k'.repeat(16))).toBe(name);
    expect(opaqueNameOf('ACME', 'l'.repeat(16))).not.toBe(name);
  });
});
