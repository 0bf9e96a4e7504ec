import { screen } from '@testing-library/react';
import { pageAnswers } from '../../__testUtils__/coverageAnswers';
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
