import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../__testUtils__/answers';
import {
  beginOf,
  countsOf,
  coverageOf,
  pageAnswers,
  sampleOf,
  stepOf,
} from '../../__testUtils__/coverageAnswers';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

const list = (name: string) => screen.findByRole('list', { name });
const texts = (element: HTMLElement) =>
  within(element)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('overview', () => {
  it('tells how much is covered, and where that comes from', async () => {
    await renderCoverage({ coverage: new FakeCoverageApi(pageAnswers()) });
    const label = await screen.findByText('Have an economic customer');
    expect(label.parentElement).toHaveTextContent('50%100 of 200 entities');
    expect(texts(await list('Have an economic customer'))).toEqual([
      '10 declared',
      '50 inherited',
      '40 derived',
      '100 without',
    ]);
    expect(texts(await list('Have an internal customer'))).toEqual([
      '20 declared',
      '30 only teams that consume it',
      '150 without',
    ]);
    expect(texts(await list('Have a declared operations team'))).toEqual([
      '5 declared',
      '150 only an assumed owner',
      '45 without',
    ]);
    expect(
      screen.getByText(
        '120 of 200 entities have a customer in at least one role.',
      ),
    ).toBeVisible();
    const kinds = screen.getByRole('table', { name: 'Coverage by kind' });
    expect(
      within(kinds)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['component15050%0%0%', 'system500%0%0%']);
    expect(texts(await list('Declarations by who says them'))).toEqual([
      'catalog file35 declarations',
      'rule retail20 declarations',
      'portal1 declaration',
    ]);
  });

  it('has the course in words and in figures', async () => {
    const history = [
      sampleOf('2026-11-01T06:00:00Z', countsOf(200)),
      sampleOf('2026-11-20T06:00:00Z', coverageOf()),
    ];
    await renderCoverage({
      coverage: new FakeCoverageApi(pageAnswers({ history })),
    });
    expect(
      await screen.findByText(
        'The share of entities with a customer has risen by 60 percentage points since Nov 1, 2026, from 0% to 60%.',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as a table' }),
    );
    const table = await screen.findByRole('table', { name: 'Over time' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['Nov 20, 202620060%50%10%2%', 'Nov 1, 20262000%0%0%0%']);
  });

  it('says where to begin, and opens the dialog for it', async () => {
    await renderCoverage({
      coverage: new FakeCoverageApi(
        pageAnswers({
          begin: ({ aspect }) =>
            beginOf([stepOf('shop', { title: `Shop of ${aspect}` })]),
        }),
      ),
      search: '?aspect=operations',
    });
    expect(texts(await list('Where to begin'))).toEqual([
      'Shop of operations30 entities more · 20 by inheritance · 10 along dependencies · then 65% in allAssign…',
    ]);
    await userEvent.click(
      screen.getByLabelText('Assign to Shop of operations'),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(/shop/i);
  });

  it.each([
    [{ hiddenPlaces: 1 }, [/^1 entity that you may not read is left out\.$/]],
    [
      { hiddenPlaces: 7, steps: [] },
      [
        /^No single declaration on what you may read would cover more/,
        /^7 entities that you may not read are left out\.$/,
      ],
    ],
    [
      { hiddenPlaces: 2, complete: false },
      [
        /^2 entities that you may not read are left out\. The catalog is too large to weigh every entity/,
      ],
    ],
  ])('says what is left out of where to begin: %j', async (more, said) => {
    await renderCoverage({
      coverage: new FakeCoverageApi(
        pageAnswers({ begin: () => beginOf([stepOf('shop')], more) }),
      ),
    });
    for (const text of said) {
      expect(await screen.findByText(text)).toBeVisible();
    }
  });

  it('leads to the list, for this aspect, where every place covers itself alone', async () => {
    await renderCoverage({
      coverage: new FakeCoverageApi(
        pageAnswers({
          begin: ({ aspect }) =>
            beginOf([stepOf('nat', { gain: 1 }), stepOf('dns', { gain: 1 })], {
              aspect,
            }),
        }),
      ),
      search: '?aspect=operations',
    });
    await userEvent.click(await screen.findByText('Show that list'));
    expect(
      await screen.findByText('Without a declared operations team'),
    ).toBeVisible();
  });

  it('says so where nothing is left to do', async () => {
    await renderCoverage({
      coverage: new FakeCoverageApi(
        pageAnswers({
          begin: () => beginOf([], { covered: 200, hiddenPlaces: 3 }),
        }),
      ),
    });
    expect(
      await screen.findByText(
        'Nothing is left to do here: every entity is covered.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/left out/)).not.toBeInTheDocument();
  });
});

it.each([
  [403, 'You may not see this'],
  [503, 'The customer layer is being computed'],
])('explains status %i', async (status, title) => {
  await renderCoverage({
    coverage: new FakeCoverageApi({
      failure: await responseError(status, 'no'),
    }),
  });
  expect(await screen.findByText(title)).toBeVisible();
});
