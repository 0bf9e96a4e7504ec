import { Entity } from '@backstage/catalog-model';
import { ANNOTATIONS, DECLARATION_KEYS } from './annotations';
import { printDeclarations, readDeclarations } from './declarations';

const component = (
  annotations: Record<string, unknown>,
  namespace?: string,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'web',
    namespace,
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `customer-layer.io/${name}`,
        value as string,
      ]),
    ),
  },
});

describe('readDeclarations', () => {
  it.each([
    [
      'default kind',
      'economic-customers',
      'shoppers',
      ['customer:eu/shoppers'],
    ],
    [
      'any case',
      'economic-customers',
      'CUSTOMER:EU/Shoppers',
      ['customer:eu/shoppers'],
    ],
    [
      'blanks, line breaks, empty items, repeats',
      'internal-customers',
      ' finance ,\n\nuser:default/ann,, finance\r\nhr',
      ['group:eu/finance', 'user:default/ann', 'group:eu/hr'],
    ],
    ['none', 'operations-team', ' NONE ', []],
    ['choice in any case', 'inheritance', 'Append', 'append'],
    [
      'url',
      'entry-point',
      ' https://shop.example.com/a?b=c ',
      'https://shop.example.com/a?b=c',
    ],
    [
      'mailto where allowed',
      'support',
      'mailto:help@example.com',
      'mailto:help@example.com',
    ],
    [
      'urls',
      'dashboards',
      'https://a.example.com\nhttps://b.example.com',
      ['https://a.example.com', 'https://b.example.com'],
    ],
    ['date', 'confirmed-on', '2024-02-29', '2024-02-29'],
    ['single ref', 'manager', 'grace', 'user:eu/grace'],
    [
      'text',
      'value',
      ' Groceries, fast: none better. ',
      'Groceries, fast: none better.',
    ],
  ])('reads %s', (_, name, text, expected) => {
    const { declarations, problems } = readDeclarations(
      component({ [name]: text }, 'eu'),
    );
    expect(Object.values(declarations)).toEqual([expected]);
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'a ref with too many parts',
      'economic-customers',
      'a:b:c',
      'unreadable',
      /"a:b:c" is not an entity ref: .* Write \[kind:\]/,
    ],
    [
      'a ref with a blank',
      'economic-customers',
      'retail shoppers',
      'unreadable',
      /"retail shoppers" can't be a name/,
    ],
    [
      'a list with semicolons',
      'economic-customers',
      'a;b',
      'unreadable',
      /"a;b".* separate several with commas/,
    ],
    [
      'a namespace that is none',
      'operations-team',
      'group:my_ns/sre',
      'unreadable',
      /"my_ns" can't be a namespace/,
    ],
    [
      'a kind that is none',
      'operations-team',
      '9x:sre',
      'unreadable',
      /"9x" can't be a kind/,
    ],
    [
      'a kind not allowed',
      'economic-customers',
      'group:finance',
      'kind-not-allowed',
      /"group:finance" is of kind group, and only customer/,
    ],
    ['an empty value', 'economic-customers', '  ', 'unreadable', /empty/],
    ['a number', 'value', 7, 'unreadable', /7 is not a text. Put it in quotes/],
    [
      'a choice that is none',
      'layer',
      'cellar',
      'unreadable',
      /"cellar" is not one of application, data/,
    ],
    [
      'a relative URL',
      'entry-point',
      '/shop',
      'unreadable',
      /"\/shop" is not a full URL.*https:\/\//,
    ],
    [
      'a URL without its slashes',
      'slo',
      'https:shop',
      'unreadable',
      /"https:shop" is not a full URL/,
    ],
    [
      'a mail address without one',
      'support',
      'mailto:',
      'unreadable',
      /is not a full URL/,
    ],
    [
      'a misspelling in the middle',
      'economic-costumers',
      'x',
      'unreadable',
      /Did you mean "customer-layer.io\/economic-customers"/,
    ],
    [
      'two URLs where one belongs',
      'slo',
      'https://a.example.com, https://b.example.com',
      'unreadable',
      /is not a full URL/,
    ],
    [
      'a URL that no browser should open',
      'support',
      'data:text/html,hi',
      'unreadable',
      /"data:text\/html,hi" is not a full URL/,
    ],
    [
      'a day that is none',
      'confirmed-on',
      '2026-02-30',
      'unreadable',
      /"2026-02-30" is not a date/,
    ],
    [
      'a date in another order',
      'confirmed-on',
      '30.04.2026',
      'unreadable',
      /as in 2026-04-30/,
    ],
    [
      'a misspelt annotation',
      'economic-customer',
      'x',
      'unreadable',
      /Did you mean "customer-layer.io\/economic-customers"/,
    ],
    [
      'an unknown annotation',
      'colour',
      'x',
      'unreadable',
      /Known are economic-customers, /,
    ],
  ])('reports %s', (_, name, text, code, message) => {
    const { declarations, problems } = readDeclarations(
      component({ [name]: text }),
    );
    expect(declarations).toEqual({});
    expect(problems).toEqual([
      {
        code,
        annotation: `customer-layer.io/${name}`,
        value: expect.any(String),
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('loses only what it cannot read', () => {
    const { declarations, problems } = readDeclarations(
      component({
        'economic-customers': 'a:b:c, shoppers, none',
        'operations-team': 'sre',
        assigned: 'operations-team=portal',
      }),
    );
    expect(declarations).toEqual({
      economicCustomers: ['customer:default/shoppers'],
      operationsTeam: ['group:default/sre'],
    });
    expect(problems.map(({ value }) => value)).toEqual([
      'a:b:c',
      'a:b:c, shoppers, none',
    ]);
  });
});

describe('printDeclarations', () => {
  it('is read back as it was, for the example of every annotation', () => {
    const annotations = Object.fromEntries(
      DECLARATION_KEYS.map(key => [
        ANNOTATIONS[key].name,
        ANNOTATIONS[key].example,
      ]),
    );
    const entity = component({});
    entity.metadata.annotations = annotations;
    const { declarations, problems } = readDeclarations(entity);
    expect(problems).toEqual([]);
    expect(Object.keys(declarations)).toEqual(DECLARATION_KEYS);

    entity.metadata.annotations = printDeclarations(declarations);
    expect(readDeclarations(entity).declarations).toEqual(declarations);
  });

  it('prints none', () => {
    expect(printDeclarations({ economicCustomers: [] })).toEqual({
      'customer-layer.io/economic-customers': 'none',
    });
  });
});
