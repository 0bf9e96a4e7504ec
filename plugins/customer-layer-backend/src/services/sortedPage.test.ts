import { CustomerSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { printCursor } from './cursor';
import { placeOfCustomer } from './customersQuery';
import { pageOf, parsePageCursor } from './sortedPage';

const shown = (name: string): CustomerSummary => ({
  customerRef: `customer:default/${name}`,
  serves: 1,
  exists: true,
});
const hidden = (number: number): CustomerSummary => ({
  customerRef: `#${number}`,
  serves: 1,
  exists: true,
  hidden: true,
});

/** The names on each page, read to the end; the customers may be others for each page. */
function pages(
  limit: number,
  ...states: Array<{ revision: string; customers: CustomerSummary[] }>
) {
  const result: string[] = [];
  let cursor: string | undefined;
  do {
    const { revision, customers } =
      states[Math.min(result.length, states.length - 1)];
    const page = pageOf(customers, {
      revision,
      question: 'q',
      placeOf: placeOfCustomer('ref'),
      limit,
      position: cursor === undefined ? undefined : parsePageCursor(cursor),
    });
    result.push(
      page.items
        .map(({ customerRef }) => customerRef.replace(/.*\//, ''))
        .join(' '),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return result;
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(shown);

describe('pageOf', () => {
  it.each([
    ['an even end', 2, [a, b, c, d], ['a b', 'c d']],
    ['an odd end', 3, [a, b, c, d], ['a b c', 'd']],
    ['a single page', 4, [a, b, c, d], ['a b c d']],
    ['nobody', 4, [], ['']],
    ['hidden ones', 2, [a, hidden(1), hidden(2), hidden(3)], ['a #1', '#2 #3']],
  ])('cuts pages with %s', (_, limit, customers, expected) => {
    expect(pages(limit, { revision: 'r', customers })).toEqual(expected);
  });

  it.each([
    ['one came before', [a, b, c, d], [shown('0'), a, b, c, d], 'c d'],
    ['one went before', [a, b, c, d], [b, c, d], 'c d'],
    ['the last one went', [a, b, c, d], [a, c, d], 'c d'],
    ['all went', [a, b, c, d], [], ''],
    ['only hidden ones follow', [a, b, c], [a, b, hidden(1)], '#1'],
    ['hidden ones became fewer', [a, hidden(1), hidden(2)], [a, hidden(1)], ''],
  ])('goes on sensibly when %s', (_, before, after, expected) => {
    const [, second] = pages(
      2,
      { revision: 'r1', customers: before },
      { revision: 'r2', customers: after },
    );
    expect(second).toBe(expected);
  });

  it('names nobody in a cursor whom the page does not show', () => {
    const { nextCursor } = pageOf([a, hidden(1), hidden(2)], {
      revision: 'r',
      question: 'q',
      placeOf: placeOfCustomer('ref'),
      limit: 2,
    });
    expect(parsePageCursor(nextCursor!)).toEqual({
      revision: 'r',
      question: 'q',
      offset: 2,
    });
  });

  it.each([
    ['name', 'Bee', { title: 'Aye' }, { title: 'Bee' }, { title: 'Cee' }],
    ['tier', 2, { tier: 1 }, { tier: 2 }, { tier: 2 }],
    ['serves', -2, { serves: 3 }, { serves: 2 }, { serves: 1 }],
  ] as const)(
    'goes on by %s when the catalog has changed',
    (order, key, first, second, third) => {
      const customers = [
        { ...c, ...first },
        { ...a, ...second },
        { ...b, ...third },
        hidden(1),
      ];
      const placeOf = placeOfCustomer(order);
      const asked = { question: 'q', placeOf, limit: 2 };
      const { nextCursor } = pageOf(customers, { revision: 'r1', ...asked });
      const position = parsePageCursor(nextCursor!);
      expect(position.after).toEqual({
        ref: 'customer:default/a',
        key: [typeof key === 'string' ? key.toLowerCase() : key],
      });
      const { items } = pageOf([{ ...d, ...first }, ...customers], {
        revision: 'r2',
        ...asked,
        position,
      });
      expect(items.map(({ customerRef }) => customerRef)).toEqual([
        'customer:default/b',
        '#1',
      ]);
    },
  );

  it('refuses a cursor that belongs to other filters', () => {
    const asked = {
      revision: 'r',
      placeOf: placeOfCustomer('ref'),
      limit: 1,
    } as const;
    const { nextCursor } = pageOf([a, b], { ...asked, question: 'q' });
    expect(() =>
      pageOf([a, b], {
        ...asked,
        question: 'other',
        position: parsePageCursor(nextCursor!),
      }),
    ).toThrow('The cursor belongs to another question. Give nextCursor only');
  });
});

it.each([
  'abc',
  '',
  '%%%',
  Buffer.from('{}').toString('base64url'),
  printCursor({ revision: 'r', question: 'q', offset: 0 }),
  printCursor({ revision: 'r', question: 'q', offset: 1.5 }),
])('refuses the cursor %p', text => {
  expect(() => parsePageCursor(text)).toThrow(
    `The cursor "${text}" can't be read. Give nextCursor of the page before word for word`,
  );
});
