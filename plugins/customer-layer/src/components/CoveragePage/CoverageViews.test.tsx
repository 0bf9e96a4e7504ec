import { screen } from '@testing-library/react';
import { responseError } from '../../__testUtils__/answers';
import { pageAnswers } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

// In a file of its own, since what somebody may do is remembered from one test to the next.
it('shows no rules to those who may not see them', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    search: '?view=assigners',
    denied: ['customer-layer.assigners.read'],
  });
  await screen.findByRole('list', { name: 'Have an economic customer' });
  expect(
    screen.queryByRole('link', { name: 'Rules and aliases' }),
  ).not.toBeInTheDocument();
});

const mayNot = (answer: () => Promise<{ mayAssign: boolean }>) => {
  const assignments = new FakeAssignmentsApi({});
  jest.spyOn(assignments, 'getAssignmentRights').mockImplementation(answer);
  return assignments;
};

it.each([
  [
    'the policy denies it',
    async () => ({ mayAssign: false }),
    /^You may not assign anything in this portal\./,
  ],
  [
    'the catalog can’t',
    async () => {
      throw await responseError(404, 'no');
    },
    /^Nothing can be assigned in this portal/,
  ],
])(
  'offers nothing to assign where %s, and says why',
  async (_, answer, why) => {
    await renderCoverage({
      coverage: new FakeCoverageApi(pageAnswers()),
      assignments: mayNot(answer),
      search: '?view=gaps',
    });
    expect(await screen.findByText(why)).toBeVisible();
    await screen.findByRole('list', { name: 'Suggestions' });
    expect(
      screen.queryByRole('button', { name: /^(Assign|Accept)/ }),
    ).not.toBeInTheDocument();
    // What is suggested can be dismissed all the same.
    expect(
      screen.getByRole('button', { name: 'Dismiss selected' }),
    ).toBeVisible();
  },
);

it('says where to begin to those who may assign nothing', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments: mayNot(async () => ({ mayAssign: false })),
  });
  await screen.findByText(/^You may not assign anything/);
  expect(
    await screen.findByRole('list', { name: 'Where to begin' }),
  ).toHaveTextContent(/^Shop.*in all$/);
});

it('goes on to offer it where nobody says', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments: mayNot(async () => {
      throw await responseError(503, 'later');
    }),
  });
  expect(
    await screen.findByRole('button', { name: 'Assign to Shop' }),
  ).toBeVisible();
});
