import { mapTexts, refsIn, replaceRefs } from './refsInText';

describe('refsInText', () => {
  const hidden = new Set([
    'component:default/s',
    'component:default/secret',
    'component:default/søk-secret',
    'user:default/secret-x',
    'user:default/secret@example.com',
  ]);
  it.each([
    [
      'the manager user:default/secret-x is not in the catalog',
      'the manager # is not in the catalog',
    ],
    ['ask user:default/secret-x.', 'ask #.'],
    ['"User:Default/Secret-X", (user:default/secret-x)', '"#", (#)'],
    [
      'component:default/a → component:default/secret → component:default/a',
      'component:default/a → # → component:default/a',
    ],
    [
      'component:default/a → component:default/søk-secret → component:default/a',
      'component:default/a → # → component:default/a',
    ],
    [
      'component:default/søk-secret, [b](component:default/søk-secret).',
      '#, [b](#).',
    ],
    ['note:component:default/secret’s', 'note:#’s'],
    ['(user:default/secret@example.com).', '(#).'],
    ['component:default/søk', 'component:default/søk'],
    ['user:default/secret@example.com', '#'],
    [
      'see https://secret.example.com/a:b',
      'see https://secret.example.com/a:b',
    ],
  ])('in the text %p finds refs, and nothing in part', (text, masked) => {
    expect(
      replaceRefs(text, (ref, asWritten) =>
        hidden.has(ref) ? '#' : asWritten,
      ),
    ).toBe(masked);
    // What is asked about is what is replaced.
    const asked = refsIn(text).filter(ref => hidden.has(ref));
    expect(asked.length > 0).toBe(masked !== text);
  });

  it('leaves what it does not change as it is', () => {
    const answer = { a: ['x', { b: 'y', c: 1 }], d: { e: 'x' }, f: undefined };
    expect(mapTexts(answer, text => text)).toBe(answer);
    const changed = mapTexts(answer, text => (text === 'y' ? 'z' : text));
    expect(changed).toEqual({ ...answer, a: ['x', { b: 'z', c: 1 }] });
    expect(changed.d).toBe(answer.d);
    expect(answer.a[1]).toEqual({ b: 'y', c: 1 });
  });
});
