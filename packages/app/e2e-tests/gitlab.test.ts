import { expect } from '@playwright/test';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { askAsGuest, classicPortal, test } from './portal';

type Catalog = {
  items: Array<{ kind: string; metadata: { name: string } }>;
};

test("counts in GitLab's catalog of 2022 what was counted by hand", async ({
  request,
}) => {
  const guest = await askAsGuest(classicPortal, request);
  const catalog: Catalog = await guest
    .get(
      '/catalog/entities/by-query?limit=500&filter=kind=component,kind=resource&fields=kind,metadata.name',
    )
    .then(response => response.json());
  const answer = await guest.post('/customer-layer/v1/layers/by-refs', {
    entityRefs: catalog.items.map(
      ({ kind, metadata }) => `${kind}:default/${metadata.name}`,
    ),
  });
  const { items }: { items: EntityLayers[] } = await answer.json();

  expect(items).toHaveLength(55);
  expect(
    items.filter(({ customers }) =>
      customers.some(({ role }) => role === 'economic'),
    ),
  ).toHaveLength(36);
  expect(
    items
      .filter(({ customers }) => customers.length === 0)
      .map(({ entityRef }) => entityRef)
      .sort(),
  ).toEqual([
    'component:default/google-cloud-storage',
    'component:default/kube',
  ]);

  const unknown = new Set(
    items.flatMap(({ supply }) =>
      supply.filter(({ exists }) => !exists).map(({ entityRef }) => entityRef),
    ),
  );
  expect([...unknown].sort()).toEqual([
    'resource:default/elasticsearch',
    'resource:default/postgres',
    'resource:default/prometheus',
  ]);
});
