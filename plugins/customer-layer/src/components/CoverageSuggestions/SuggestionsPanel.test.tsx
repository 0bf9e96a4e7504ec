import { screen } from '@testing-library/react';
import { pageAnswers } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

// In a file of its own, since what somebody may do is remembered from one test to the next.
const denied = ['customer-layer.suggestion.dismiss'];

it('offers to dismiss only to those who may', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    search: '?view=gaps',
    denied,
  });
  await screen.findByRole('list', { name: 'Suggestions' });
  expect(screen.queryByText(/^Dismiss/)).not.toBeInTheDocument();
  expect(screen.getByText('Select all suggestions')).toBeVisible();
});

it('has nothing to select for those who may neither accept nor dismiss', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments: new FakeAssignmentsApi({ rights: { mayAssign: false } }),
    search: '?view=gaps',
    denied,
  });
  await screen.findByText(/^You may not assign anything/);
  await screen.findByRole('list', { name: 'Suggestions' });
  expect(screen.queryByText('Select all suggestions')).not.toBeInTheDocument();
  expect(
    screen.queryByRole('checkbox', { name: /^Select “/ }),
  ).not.toBeInTheDocument();
});
