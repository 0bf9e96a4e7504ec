import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customersHit } from './impactCustomers';

/** What something is in a picture of an impact; `between`: on the way to what is hit, without being hit itself. */
export type ImpactNodeKind = 'failing' | 'affected' | 'between' | 'customer';

/** Something in a picture of an impact. */
export type ImpactNode = {
  /** A full ref, or a masked one. */
  entityRef: string;
  title?: string;
  kind: ImpactNodeKind;
  /** 1 (most critical) to 4, of a customer. */
  tier?: number;
  /** Steps from what fails. */
  level: number;
  /** Ref of what it is reached from; absent for what fails. */
  parent?: string;
};

type Place = Pick<ImpactNode, 'level' | 'parent'>;

/**
 * Everything that a failure reaches, each with what it is reached from: the last step of a shortest path to it. A parent
 * is always on a lower level, so that these steps make no circle.
 */
export function impactNodes(
  impact: Pick<Impact, 'failing' | 'affected' | 'customers'>,
): ImpactNode[] {
  const { failing, affected } = impact;
  const customers = customersHit(impact.customers);
  const places = new Map<string, Place>();
  const walk = (path: readonly string[]) =>
    path.forEach((ref, level) => {
      const known = places.get(ref);
      if (!known || level < known.level) {
        places.set(ref, level ? { level, parent: path[level - 1] } : { level });
      }
    });
  [...failing, ...affected, ...customers].forEach(({ path }) => walk(path));

  const nodes = new Map<string, ImpactNode>();
  const add = (
    entityRef: string,
    what: Pick<ImpactNode, 'kind' | 'title' | 'tier'>,
    place: Place | undefined = places.get(entityRef),
  ) => {
    if (place && !nodes.has(entityRef)) {
      nodes.set(entityRef, { entityRef, ...what, ...place });
    }
  };
  failing.forEach(({ entityRef, title }) =>
    add(entityRef, { kind: 'failing', title }),
  );
  affected.forEach(({ entityRef, title }) =>
    add(entityRef, { kind: 'affected', title }),
  );
  customers.forEach(({ customerRef, title, tier, path }) =>
    add(
      customerRef,
      { kind: 'customer', title, tier },
      { level: path.length, parent: path[path.length - 1] },
    ),
  );
  [...places.keys()].forEach(ref => add(ref, { kind: 'between' }));
  return [...nodes.values()];
}
