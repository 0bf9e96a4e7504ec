import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/test-utils';
import { AssignmentSource } from '@missing-layer/backstage-plugin-customer-layer-common';
import { originOf } from '../../lib/origin';
import { Origin } from '.';

const SHOP = 'component:default/shop';
const SALES = 'system:default/sales';

it.each<
  [
    source: 'declared' | 'inherited',
    assigned: AssignmentSource | undefined,
    words: string,
  ]
>([
  ['declared', undefined, 'declared here'],
  ['declared', 'portal', 'assigned in the portal'],
  ['declared', 'alias:tier', 'by alias tier'],
  ['inherited', undefined, 'inherited from sales'],
  ['inherited', 'rule:retail', 'inherited from sales · by rule retail'],
])(
  'of what is %s, assigned by %s, says “%s”',
  async (source, assigned, words) => {
    const { container } = await renderInTestApp(
      <div data-testid="origin">
        <Origin origin={originOf(source, [SHOP, SALES])} assigned={assigned} />
      </div>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(container.querySelector('[data-testid=origin]')?.textContent).toBe(
      words,
    );
  },
);
