import { configOf, COLUMNS, read } from './__testUtils__/imports';
import { customersOf } from './customersOf';
import { readRows } from './rows';

const KEY = 'k'.repeat(16);

const ALL = {
  name: 'Id',
  title: 'Name',
  description: 'About',
  type: { column: 'Kind', values: { out: 'economic', in: 'internal' } },
  stage: 'Stage',
  tier: 'Tier',
  owner: { column: 'Manager', default: 'sales' },
  parent: 'Group',
  represents: { column: 'Teams', separator: ';' },
  valueAmount: 'Revenue',
  valueCurrency: { default: 'EUR' },
  slaAvailability: 'Uptime',
  slaUrl: 'Contract',
  tags: { column: 'Tags', values: { VIP: 'vip', New: 'new' } },
  annotations: { 'crm.example.com/id': 'Id' },
  labels: { 'crm.example.com/region': 'Region' },
  links: { CRM: 'Link' },
};

const HEADINGS =
  'Id,Name,About,Kind,Stage,Tier,Manager,Group,Teams,Revenue,Uptime,Contract,Tags,Region,Link';

describe('customersOf', () => {
  it('takes all fields from CSV', async () => {
    const { entities, faults } = await read(
      `\uFEFF${HEADINGS}\r
A 1,"Shop, Ltd","two\r
lines",out,, 1 ,,,,1200.50,99.9,https://c.example.com,"VIP, New",North,https://crm.example.com/1\r
,,,,,,,,,,,,,,\r
Desk,,,in,back-stage,,finance,A 1,group:default/finance;legal,,,,,,\r
`,
      { columns: ALL },
    );
    expect(faults).toEqual([]);
    expect(entities).toEqual([
      {
        apiVersion: 'customer-layer.io/v1alpha1',
        kind: 'Customer',
        metadata: {
          name: 'a-1',
          namespace: 'default',
          title: 'Shop, Ltd',
          description: 'two\r\nlines',
          annotations: {
            'crm.example.com/id': 'A 1',
            'backstage.io/managed-by-location': 'customer-layer-import:crm',
            'backstage.io/managed-by-origin-location':
              'customer-layer-import:crm',
            'import.customer-layer.io/digest': expect.stringMatching(/^.{43}$/),
          },
          labels: { 'crm.example.com/region': 'North' },
          tags: ['vip', 'new'],
          links: [{ title: 'CRM', url: 'https://crm.example.com/1' }],
        },
        spec: {
          type: 'economic',
          tier: 1,
          owner: 'sales',
          represents: [],
          value: { amount: 1200.5, currency: 'EUR' },
          sla: { availability: 99.9, url: 'https://c.example.com' },
        },
      },
      expect.objectContaining({
        metadata: expect.objectContaining({ name: 'desk', title: 'Desk' }),
        spec: {
          type: 'internal',
          stage: 'back-stage',
          owner: 'finance',
          parent: 'customer:default/a-1',
          represents: ['group:default/finance', 'legal'],
        },
      }),
    ]);
  });

  it('takes them from JSON, by property and by pointer', async () => {
    const { entities, faults } = await read(
      JSON.stringify({
        data: [
          {
            'Id/Key': 7,
            name: { long: 'Shop' },
            tags: ['VIP', 'New'],
            level: null,
          },
        ],
      }),
      {
        items: '/data',
        columns: {
          name: 'Id/Key',
          title: '/name/long',
          type: { default: 'economic' },
          tier: { column: 'level', default: 3 },
          tags: { ...ALL.tags, column: 'tags' },
        },
      },
    );
    expect(faults).toEqual([]);
    expect(entities).toMatchObject([
      {
        metadata: { name: '7', title: 'Shop', tags: ['vip', 'new'] },
        spec: { tier: 3 },
      },
    ]);
  });

  it('names parents as their own rows are named', async () => {
    const { entities } = await read(
      'Id,Name,Level,Of\nAcme: all,A,,\nb,B,,Acme: all\nc,C,,Customer:x/y\n',
      { opaqueNames: { key: KEY }, columns: { ...COLUMNS, parent: 'Of' } },
    );
    expect(entities.map(({ spec }) => spec?.parent)).toEqual([
      undefined,
      `customer:default/${entities[0].metadata.name}`,
      'Customer:x/y',
    ]);
    expect(entities[0].metadata.title).toBe('A');
  });

  it.each([
    [
      'a,A,Silver\n',
      'line 2, column "Level" is "Silver": must be one of Gold, Odd, or be added to values',
      ['customer:default/a'],
    ],
    [
      'a,A,Odd\n',
      'line 2, column "Level", spec.tier is 9: must be at most 4',
      ['customer:default/a'],
    ],
    [
      '"a","A\n\nB",Silver\n',
      'line 2, column "Level" is "Silver": must be',
      ['customer:default/a'],
    ],
    [
      'a,A,\n\n,,\nA,again,\n',
      'line 5, column "Id": the name "a" is that of line 2 already, which counts',
      [],
    ],
    [',A,\n', 'line 2, column "Id" is missing: must hold an id', undefined],
    ['東京,A,\n', 'line 2, column "Id" is "東京": must hold an id', undefined],
    ['a,A\n', 'line 2 has 2 cells, and there are 3 headings', undefined],
  ])('loses a bad row alone: %j', async (line, fault, faultyRefs) => {
    const { faults, entities, ...rest } = await read(
      `Id,Name,Level\n${line}good,Good,Gold\n`,
    );
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(entities.map(({ metadata }) => metadata.name)).toContain('good');
    expect(rest).toEqual({
      faultyRefs: faultyRefs ?? [],
      unidentified: faultyRefs === undefined,
    });
  });

  it('says all that is wrong with a row at once', async () => {
    const { faults } = await read(
      `${HEADINGS}\na,,,out,front-stage,7,a:b:c,,,-1,120,c,VIP,two words,crm\n`,
      { columns: { ...ALL, tags: 'Region' } },
    );
    expect(faults).toHaveLength(1);
    for (const fault of [
      'column "Stage", spec.stage is "front-stage": only an internal',
      'column "Tier", spec.tier is 7: must be at most 4',
      'column "Manager", spec.owner is "a:b:c": must be an entity ref',
      'column "Revenue", spec.value.amount is -1: must not be negative',
      'column "Uptime", spec.sla.availability is 120: must be at most 100',
      'column "Contract", spec.sla.url is "c": must be a full URL',
      'column "Region" is "two words": must be of a-z',
      'column "Region" is "two words": must be of letters',
      'column "Link" is "crm": must be a full URL',
    ]) {
      expect(faults[0]).toContain(fault);
    }
  });

  it('says which column lacks what a customer needs', async () => {
    const columns = { name: 'Id', type: 'Kind', valueAmount: 'Revenue' };
    const { faults } = await read('Id,Kind,Revenue\na,,\nb,economic,7\n', {
      columns,
    });
    expect(faults).toEqual([
      'line 2, column "Kind", spec.type is missing: must be economic or internal',
      expect.stringContaining(
        'line 3, columns.valueCurrency of the configuration, spec.value.currency is missing: must be a currency code',
      ),
    ]);
  });

  it('reads items that are none, or whose values are none', async () => {
    const { faults } = await read(
      '[{"Id":"a","Name":{"first":"A"}},["x"],{"Id":["b"]}]',
    );
    expect(faults).toEqual([
      'item 1, column "Name" is {"first":"A"}: must be a text or a number',
      'item 2 is no object. Take it out, or look at items',
      'item 3, column "Id" is ["b"]: must be a text or a number',
    ]);
  });

  it('quotes no cell where names are opaque', async () => {
    const { faults } = await read(
      'Id,Name,Level\nAcme,Acme,Acme Gold\nAcme,Acme,\nEve,,Odd\n,Acme,\nAcme\n',
      { opaqueNames: { key: KEY } },
    );
    expect(faults).toEqual([
      'line 2, column "Level": must be one of Gold, Odd, or be added to values',
      expect.stringMatching(
        /^line 3, column "Id": the name "c-[0-9a-f]{32}" is/,
      ),
      'line 4, column "Level", spec.tier: must be at most 4',
      expect.stringContaining('line 5, column "Id" is missing'),
      expect.stringContaining('line 6 has 1 cells'),
    ]);
  });

  it('lets others work in the meantime, and can be stopped', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `c${i},C,Gold\n`);
    const rows = readRows(`Id,Name,Level\n${lines.join('')}`, configOf());
    const mapping = { ...configOf(), location: 'test:x' };
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 1);
    const { entities } = await customersOf(rows, mapping);
    clearInterval(heart);
    expect(entities).toHaveLength(5_000);
    expect(beats).toBeGreaterThan(10);

    const signal = AbortSignal.abort(new Error('too late'));
    await expect(customersOf(rows, mapping, signal)).rejects.toThrow(
      'too late',
    );
  }, 30_000);
});

describe('a source', () => {
  const refusal = (text: string, rest = {}) =>
    read(text, rest).then(
      () => undefined,
      (error: Error) => error.message,
    );

  it.each([
    [
      'Id,Name\n"Acme,A',
      /can't be read as csv near line \d: a quote is opened/,
    ],
    [
      'Id,Name\nAcme"x",A\n',
      /as csv near line 2: a quote stands in the middle/,
    ],
    ['Id,Name\n"Acme"x,A\n', /as csv near line 2: something follows/],
    ['[{"Id":"Acme",,', /can't be read as json: it is wrong at position \d+/],
    ['[{"Id":"Acme"', /can't be read as json/],
    ['{"data":{"Acme":1}}', /no list at ""/],
    ['[{"Key":"Acme"}]', /no property "Id"/],
    ['Id;Name;Level\nAcme;A;\n', /no column "Id".*delimiter/],
    ['Id,Name,Level,Id\nAcme,A,,B\n', /two columns "Id"/],
    ['', /no column "Id"/],
  ])('is refused as a whole, and not quoted: %j', async (text, message) => {
    const said = await refusal(text);
    expect(said).toMatch(message);
    expect(said).not.toContain('Acme');
  });

  it.each([
    ['https://crm.example.com/a.CSV?x=.json', '[1', /no column "Id"/],
    ['https://crm.example.com/a.json', 'Id\n', /as json/],
    ['https://crm.example.com/a', ' [', /as json/],
  ])('is read as %s says: %j', async (url, text, message) => {
    expect(await refusal(text, { url })).toMatch(message);
    expect(await refusal(text, { url, format: 'json' })).toMatch(/as json/);
  });
});
