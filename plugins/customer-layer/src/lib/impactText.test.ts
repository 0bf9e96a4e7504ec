import { writeChannelText } from './impactText';

it('writes plain lines, and leaves out what is empty', () => {
  expect(
    writeChannelText({
      title: 'OUTAGE: Orders\ndatabase',
      headline: '1 customer is hit; call sre.',
      sections: [
        {
          title: 'Customers hit',
          items: [{ name: 'Tier 1 (1)', details: ['Shoppers\n- fake', 'B'] }],
        },
        { title: 'Teams to call', items: [] },
        { title: 'Others', items: [{ name: 'sre', details: [] }] },
      ],
      notes: [],
      address: 'https://portal/customer-impact',
    }),
  ).toBe(
    [
      'OUTAGE: Orders database',
      '1 customer is hit; call sre.',
      '',
      'Customers hit:',
      '- Tier 1 (1): Shoppers - fake, B',
      '',
      'Others:',
      '- sre',
      '',
      'https://portal/customer-impact',
    ].join('\n'),
  );
});
