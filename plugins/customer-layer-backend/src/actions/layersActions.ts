import { z } from 'zod/v3';
import { readRef, readRefs } from '../requests';
import { CustomerLayers } from '../services/CustomerLayers';
import { ListsPage, parseListsCursor } from '../services/listsPage';
import { Acting } from './acting';
import { pageInput, refInput } from './inputs';
import { deliveryOutput, impactOutput, layersOutput } from './layersSchemas';
import { sayLeftOut } from './leftOut';

// So many fail together in no outage that one asks about in a conversation.
const MOST_FAILING = 100;

const layersInput = z.object({
  entityRef: refInput('The entity'),
  ...pageInput,
});

const impactInput = z.object({
  entityRefs: z
    .array(z.string().min(1))
    .min(1)
    .max(MOST_FAILING)
    .describe(
      `What fails together: 1 to ${MOST_FAILING} entity refs such as "resource:default/orders-db"`,
    ),
  ...pageInput,
});

const deliveryInput = z.object({
  customerRef: refInput('The customer'),
  ...pageInput,
});

const pageOf = ({
  limit,
  cursor,
}: {
  limit: number;
  cursor?: string;
}): ListsPage => ({
  limit,
  ...(cursor !== undefined && { position: parseListsCursor(cursor) }),
});

/** Registers the actions that ask who is served, what it rests on and who keeps it running. */
export function registerLayersActions({
  layers,
  acting,
}: {
  layers: CustomerLayers;
  acting: Acting;
}): void {
  acting({
    name: 'get-entity-layers',
    title: 'Get customers, operations teams and supply of an entity',
    description: `
Says of one catalog entity who its customers are (who pays for it, and who inside uses it), which teams operate it and how ready they are, and all that it rests on, each with the path that puts it there.

Use it for questions such as "who is this service for?", "who keeps it running?", "what does it depend on, and whose is that?".
What the caller may not read is masked, and counted all the same. Lists come in pages: "leftOut" says what is missing.
To find the ref of an entity by its name, query the catalog.
`,
    input: layersInput,
    output: layersOutput,
    examples: [
      {
        title: 'Who is the checkout for?',
        input: { entityRef: 'component:default/checkout', limit: 25 },
      },
    ],
    eventId: 'layers-fetch',
    answer: async ({ entityRef, ...page }, viewer) =>
      sayLeftOut(
        await layers.layers(
          { entityRef: readRef(entityRef), page: pageOf(page) },
          viewer,
        ),
      ),
  });

  acting({
    name: 'get-failure-impact',
    title: 'Get who is hit if entities fail',
    description: `
Says who is hit if some catalog entities fail together: the customers with their tiers, the yearly value at risk, everything affected with the path to it, and the operations teams to call.

Use it for questions such as "the orders database is down: who notices?", "whom do we call?", "may we restart both at once?".
Customers and entities that the caller may not read are masked, and counted all the same.
`,
    input: impactInput,
    output: impactOutput,
    examples: [
      {
        title: 'The orders database is down: who notices?',
        input: { entityRefs: ['resource:default/orders-db'], limit: 25 },
      },
    ],
    eventId: 'impact-fetch',
    answer: async ({ entityRefs, ...page }, viewer) =>
      sayLeftOut(
        await layers.impact(
          { entityRefs: readRefs(entityRefs), page: pageOf(page) },
          viewer,
        ),
      ),
  });

  acting({
    name: 'get-customer-delivery',
    title: 'Get what a customer’s service rests on',
    description: `
Follows the delivery of a customer: what it is a customer of, everything that rests on, the operations teams in that chain with their readiness, and the weakest of them.

A customer is an entity of kind Customer, or a Group or User that is served as an internal customer. A customer with children includes them.
Use it for questions such as "what does Acme get from us?", "what has to work so that our shoppers can pay?", "which team in that chain is not ready?".
To find the ref of a customer by its name, query the catalog for kind Customer.
`,
    input: deliveryInput,
    output: deliveryOutput,
    examples: [
      {
        title: 'What do our retail shoppers depend on?',
        input: { customerRef: 'customer:default/retail-shoppers', limit: 25 },
      },
    ],
    eventId: 'delivery-fetch',
    answer: async ({ customerRef, ...page }, viewer) =>
      sayLeftOut(
        await layers.delivery(
          { entityRef: readRef(customerRef), page: pageOf(page) },
          viewer,
        ),
      ),
  });
}
