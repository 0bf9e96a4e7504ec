import {
  EntityFindings,
  RELATION_OPERATOR_OF,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityReadinessCard } from '../../plugin';
import { FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { groupEntity, responseError } from '../../__testUtils__/answers';
import {
  WEB,
  entityFinding,
  findingsOfShop,
} from '../../__testUtils__/auditAnswers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';

const renderCard = async (
  api: FakeAuditApi,
  relations: string[] = ['component:default/a', 'component:default/b'],
) =>
  renderOnEntity(
    <EntityReadinessCard />,
    {
      ...groupEntity,
      relations: relations.map(targetRef => ({
        type: RELATION_OPERATOR_OF,
        targetRef,
      })),
    },
    new FakeCustomerLayerApi({}),
    api,
  );

const of = (overrides: Partial<EntityFindings>) =>
  new FakeAuditApi({
    entityFindings: findingsOfShop({ entityRef: WEB, ...overrides }),
  });

const teamFinding = (
  ruleId: string,
  overrides?: Parameters<typeof entityFinding>[1],
) => entityFinding(ruleId, { entityRef: WEB, ...overrides });

it('tells each pillar, in order, and what the team operates', async () => {
  await renderCard(
    of({
      items: [
        teamFinding('team-managed'),
        teamFinding('team-staffed', { state: 'pass', message: '4 members' }),
        teamFinding('known-references'),
      ],
    }),
  );
  const pillars = await screen.findByRole('list', { name: 'Readiness' });
  expect(
    within(pillars)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    expect.stringMatching(/^PassesStaffed4 members/),
    expect.stringMatching(/^FailsManaged/),
  ]);
  expect(screen.getByText('1 of 2 pillars pass')).toBeVisible();
  expect(
    screen.getByText('Named as operations team by 2 entities.'),
  ).toBeVisible();
  expect(
    screen.getByRole('list', { name: 'Other findings' }),
  ).toHaveTextContent('known-references');
});

it.each([
  ['team-trained', 'training'],
  ['team-managed', 'review'],
] as const)('confirms what puts %s right', async (ruleId, kind) => {
  const api = of({
    items: [teamFinding(ruleId)],
    mayConfirm: ['training', 'review'],
  });
  await renderCard(api);
  const name = `Confirm ${kind}`;
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.click(
    within(await screen.findByRole('dialog', { name })).getByRole('button', {
      name,
    }),
  );
  expect(api.told).toEqual([
    ['confirm', expect.objectContaining({ entityRef: WEB, kind })],
  ]);
});

it('says that a team operates nothing', async () => {
  await renderCard(of({ items: [] }), []);
  expect(await screen.findByText(/^It operates nothing/)).toBeVisible();
});

it('says that it may not be seen', async () => {
  await renderCard(
    new FakeAuditApi({ failure: await responseError(403, 'no') }),
  );
  expect(await screen.findByText('You may not see this')).toBeVisible();
});
