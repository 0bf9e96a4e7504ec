import {
  CustomerEntityV1alpha1,
  Delivery,
  pillarsMissing,
  SupplyEntry,
  TeamEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Entity } from '@backstage/catalog-model';

/** What a customer's service rests on, in the parts in which it is shown. */
export type DeliveryView = {
  /** Refs of the segments that the customer has beneath it. */
  segments: string[];
  /** Of whom or what it is a direct customer. */
  serves: SupplyEntry[];
  restsOn: SupplyEntry[];
  /** The weakest team first. */
  teams: TeamEntry[];
  weakestTeam?: string;
};

/** Divides a delivery into what serves the customer and what that rests on. */
export function deliveryView(delivery: Delivery): DeliveryView {
  const { customerRef, customers, chain, operations, weakestTeam } = delivery;
  return {
    segments: customers.filter(ref => ref !== customerRef),
    serves: chain.filter(entry => entry.distance === 0),
    restsOn: chain.filter(entry => entry.distance > 0),
    teams: [...operations].sort(
      (a, b) =>
        Number(b.teamRef === weakestTeam) - Number(a.teamRef === weakestTeam) ||
        (pillarsMissing(b) ?? 0) - (pillarsMissing(a) ?? 0),
    ),
    weakestTeam,
  };
}

/** What a Customer says of itself, as far as it can be read. */
export type CustomerFacts = Partial<CustomerEntityV1alpha1['spec']>;

/** Reads the facts of a Customer; an entity of another shape has none. */
export const customerFacts = (entity: Entity): CustomerFacts =>
  (entity.spec ?? {}) as CustomerFacts;

/** Whether a text that nobody has checked is an address that a browser may open. */
export const isWebUrl = (text: string): boolean => /^https?:\/\//i.test(text);
