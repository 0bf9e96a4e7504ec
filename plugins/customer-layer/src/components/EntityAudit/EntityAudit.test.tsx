import { EntityFindings } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityCustomersContent } from '../../plugin';
import { AuditAnswers, FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import {
  SHOP,
  customerEntity,
  deliveryToEnterprise,
  layersOfShop,
  responseError,
  shopEntity,
} from '../../__testUtils__/answers';
import {
  entityFinding,
  exemption,
  findingsOfShop,
} from '../../__testUtils__/auditAnswers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';

const renderTab = async (answers: AuditAnswers, entity = shopEntity) => {
  const api = new FakeCustomerLayerApi({
    layers: layersOfShop(),
    delivery: deliveryToEnterprise(),
  });
  const auditApi = new FakeAuditApi(answers);
  await renderOnEntity(<EntityCustomersContent />, entity, api, auditApi);
  return { api, auditApi };
};

const withFindings = (overrides: Partial<EntityFindings>) => ({
  entityFindings: findingsOfShop(overrides),
});

it.each([
  ['an entity', shopEntity],
  ['a customer', customerEntity],
])(
  'tells what fails of %s first, and folds away what passes',
  async (_, on) => {
    await renderTab(
      withFindings({
        items: [
          entityFinding('customer-involved', { state: 'pass' }),
          entityFinding('consumable', { state: 'unmeasured' }),
          entityFinding('operations-team', { severity: 'error' }),
        ],
      }),
      on,
    );
    const list = await screen.findByRole('list', {
      name: 'Findings to act on',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^FailsHas an operations teamError/),
      expect.stringMatching(
        /^Not measuredCan be consumedWhat consumable found/,
      ),
    ]);

    await userEvent.click(
      screen.getByRole('button', { name: '1 rule passes' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Rules that pass' }),
    ).toHaveTextContent('Confirmed by the customer side');
  },
);

it('says how to put a failure right', async () => {
  await renderTab(withFindings({}));
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Why, and how to put it right: Can be consumed',
    }),
  );
  expect(await screen.findByText('Put consumable right.')).toBeVisible();
});

it('confirms the delivery, and asks again for all that it may change', async () => {
  const { api, auditApi } = await renderTab(
    withFindings({
      items: [entityFinding('customer-involved')],
      mayConfirm: ['delivery'],
    }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Confirm delivery' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Confirm delivery',
  });
  const date = within(dialog).getByLabelText(/^On which day/);
  expect(dialog.parentElement).toContainElement(
    document.activeElement as HTMLElement,
  );
  await userEvent.clear(date);
  await userEvent.type(date, '2026-11-01');
  auditApi.answers.entityFindings = findingsOfShop({
    items: [entityFinding('customer-involved', { state: 'pass' })],
  });
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Confirm delivery' }),
  );
  expect(await screen.findByText('Everything passes.')).toBeVisible();
  expect(auditApi.told).toEqual([
    [
      'confirm',
      {
        entityRef: SHOP,
        kind: 'delivery',
        date: '2026-11-01',
        note: undefined,
      },
    ],
  ]);
  await waitFor(() => expect(api.asked).toEqual([SHOP, SHOP]));
});

it('says that something is exempt, and why', async () => {
  await renderTab(
    withFindings({
      items: [entityFinding('consumable', { state: 'exempt' })],
      exemptions: [exemption({ state: 'approved' })],
    }),
  );
  expect(await screen.findByText('Exempt until Jan 31, 2027')).toBeVisible();
  expect(screen.getByText('It moves house in January.')).toBeVisible();
});

it.each([
  [{ run: undefined }, 'It has not been audited yet.'],
  [{ items: [] }, /^No rule applied to it in the last audit/],
])('explains that there is nothing: %o', async (overrides, text) => {
  await renderTab(withFindings(overrides));
  expect(await screen.findByText(text)).toBeVisible();
});

it('is not there for those who may not read the audit', async () => {
  await renderTab({ failure: await responseError(403, 'no') });
  expect(await screen.findByRole('heading', { name: 'Layers' })).toBeVisible();
  expect(
    screen.queryByRole('heading', { name: 'Audit' }),
  ).not.toBeInTheDocument();
});
