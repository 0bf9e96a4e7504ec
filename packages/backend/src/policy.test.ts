import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  assignPermission,
  auditRunPermission,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { DemoPolicy } from './policy';

const user = (...ownershipEntityRefs: string[]) =>
  ({ info: { ownershipEntityRefs } } as PolicyQueryUser);

it.each([
  ['the platform team', assignPermission, 'group:default/platform-operations'],
  ['the guest in any catalog', assignPermission, 'user:default/freya'],
  ['anybody, to do anything else', auditRunPermission, 'user:default/otto'],
])('allows %s', async (_, permission, ref) => {
  expect(await new DemoPolicy().handle({ permission }, user(ref))).toEqual({
    result: 'ALLOW',
  });
});

it.each([
  ['others', user('user:default/otto', 'group:default/sales')],
  ['nobody in particular', undefined],
])('has %s assign only to what is their own', async (_, who) => {
  expect(
    await new DemoPolicy().handle({ permission: assignPermission }, who),
  ).toMatchObject({
    result: 'CONDITIONAL',
    pluginId: 'catalog',
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      params: { claims: who?.info.ownershipEntityRefs ?? [] },
    },
  });
});
