import {
  AssignmentAnswer,
  AssignmentChange,
  AssignmentRequest,
  DeclarationKey,
  EntityAssignments,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { SHOP } from './answers';

/** What the portal says to a request: it does as it is asked. */
export const doesAsAsked = ({
  items,
  preview,
}: AssignmentRequest): AssignmentAnswer => ({
  ...(!preview && { changeId: 'c7' }),
  items: items.map(({ entityRef, declarations }) => ({
    entityRef,
    result: 'assigned',
    declarations: Object.entries(declarations).map(([key, value]) => ({
      key: key as DeclarationKey,
      ...(value !== null && { after: { source: 'portal', value } }),
      inEffect: true,
    })),
  })),
});

export const saidOfShop = (
  overrides: Partial<EntityAssignments> = {},
): EntityAssignments => ({
  entityRef: SHOP,
  declarations: [
    {
      key: 'economicCustomers',
      candidates: [{ source: 'file', value: 'customer:default/shoppers' }],
    },
  ],
  portal: [],
  mayAssign: true,
  ...overrides,
});

export const change = (
  overrides: Partial<AssignmentChange> = {},
): AssignmentChange => ({
  id: 'c1',
  by: 'user:default/amara',
  at: new Date(Date.now() - 2 * 24 * 60 * 60 * 1000).toISOString(),
  reason: 'She pays.',
  items: [
    {
      entityRef: SHOP,
      key: 'operationsTeam',
      before: 'group:default/web',
      after: 'none',
    },
  ],
  hiddenItems: 0,
  ...overrides,
});
