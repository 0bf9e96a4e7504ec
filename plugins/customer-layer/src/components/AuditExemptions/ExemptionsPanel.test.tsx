import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { responseError } from '../../__testUtils__/answers';
import {
  ALL_ALLOWED,
  exemption,
  summaryOf,
} from '../../__testUtils__/auditAnswers';
import { renderAudit } from '../../__testUtils__/renderAudit';

const VIEW = '?view=exemptions';
const APPROVE = {
  name: 'Approve the exemption of web-shop from “Can be consumed”',
};

it('lists exemptions with their history', async () => {
  const [request] = exemption().events;
  await renderAudit(
    new FakeAuditApi({
      summary: summaryOf(),
      exemptions: [
        exemption({
          state: 'approved',
          events: [
            request,
            { act: 'approved', by: '#1', at: request.at, note: 'Fine.' },
          ],
        }),
      ],
    }),
    VIEW,
  );
  const list = await screen.findByRole('list', { name: 'Exemptions' });
  expect(list).toHaveTextContent(
    /Can be consumed · .*web-shop.*ApprovedIt moves house in January\.Until Jan 31, 2027/,
  );
  expect(
    within(
      screen.getByRole('list', { name: 'History: Can be consumed, web-shop' }),
    )
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    expect.stringMatching(/^Asked for by .*amara, /),
    expect.stringMatching(/^Approved by Confidential entity, .*: “Fine\.”$/),
  ]);
  expect(screen.queryByRole('button', APPROVE)).not.toBeInTheDocument();
});

it('approves with a note', async () => {
  const api = new FakeAuditApi({
    summary: summaryOf({ may: ALL_ALLOWED }),
    exemptions: [exemption()],
  });
  await renderAudit(api, VIEW);
  await userEvent.click(await screen.findByRole('button', APPROVE));
  const dialog = await screen.findByRole('dialog', {
    name: 'Approve the exemption',
  });
  expect(dialog).toHaveTextContent(/Asked for by amara, /);
  await userEvent.type(
    within(dialog).getByRole('textbox', { name: 'Note' }),
    'Fine.',
  );
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Approve' }),
  );
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(api.told).toEqual([
    ['decide', 'e1', { act: 'approved', note: 'Fine.' }],
  ]);
});

it('says why it may not be approved', async () => {
  await renderAudit(
    new FakeAuditApi({
      summary: summaryOf({ may: ALL_ALLOWED }),
      exemptions: [exemption()],
      refusal: await responseError(403, 'You asked for it yourself'),
    }),
    VIEW,
  );
  await userEvent.click(await screen.findByRole('button', APPROVE));
  await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'You asked for it yourself',
  );
});

it('says that there are none', async () => {
  await renderAudit(
    new FakeAuditApi({ summary: summaryOf(), exemptions: [] }),
    VIEW,
  );
  expect(
    await screen.findByText('There are no such exemptions.'),
  ).toBeVisible();
});
