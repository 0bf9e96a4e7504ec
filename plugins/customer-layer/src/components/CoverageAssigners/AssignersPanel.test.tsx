import { screen, within } from '@testing-library/react';
import { pageAnswers } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

const list = (name: string) => screen.findByRole('list', { name });
const texts = (element: HTMLElement) =>
  within(element)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

const rule = {
  source: 'rule:retail',
  at: 'rules.yaml',
  line: 3,
  says: 'economic-customers: shoppers',
  where: '{"kind":"System"}',
} as const;
const idle = { source: 'alias:bill', at: 'app-config', says: 'x' } as const;
const assignments = () =>
  new FakeAssignmentsApi({
    assigners: {
      assigners: [rule, idle],
      faults: [{ at: 'rules.yaml', line: 9, id: 'odd', message: 'No “set”' }],
      files: [
        { target: 'https://x/rules.yaml', error: 'gone' },
        {
          target: 'https://y/rules.yaml',
          readAt: new Date().toISOString(),
          error: 'gone, too',
        },
      ],
    },
    dryRun: {
      entities: 200,
      assigners: [
        { ...rule, matches: 12, holds: 9, examples: [] },
        {
          ...idle,
          matches: 0,
          holds: 0,
          examples: [],
          unknownValues: [{ value: 'B2B', count: 4 }],
        },
      ],
      overlaps: [
        {
          first: 'alias:bill',
          second: 'rule:retail',
          keys: ['economicCustomers'],
          entities: 2,
          examples: [],
        },
      ],
      idle: ['alias:bill'],
      faults: [],
    },
  });

it('shows what each touches, what is wrong, and what overlaps', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments: assignments(),
    search: '?view=assigners',
  });
  expect(
    texts(
      await list('Rules and aliases, in the order in which they are heard'),
    ),
  ).toEqual([
    'rule retail economic-customers: shoppersWhere {"kind":"System"}Says something of 12 entities, and holds on 9 entitiesrules.yaml, line 3All that it assigns',
    'alias bill Says nothing of anythingxValues that its map does not know: “B2B” (4)app-config',
  ]);
  expect(
    screen.getByRole('link', { name: 'All that rule retail assigns' }),
  ).toHaveAttribute(
    'href',
    '/customer-coverage?view=assigned&filters%5Btext%5D=rule%3Aretail',
  );
  expect(texts(await list('Faults'))).toEqual([
    'odd: No “set”rules.yaml, line 9',
  ]);
  expect(texts(await list('Overlaps'))).toEqual([
    'alias bill and rule retail both say something of economic-customers on 2 entities; the first one is heard.',
  ]);
  expect(texts(await list('Files of rules'))).toEqual([
    'https://x/rules.yamlNot read yetReading it failed: gone.',
    expect.stringMatching(
      /^https:\/\/y.*The last reading failed: gone, too\. What was read before still holds\.$/,
    ),
  ]);
});
