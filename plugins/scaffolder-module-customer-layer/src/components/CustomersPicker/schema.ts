import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { CUSTOMER_ROLES } from '@missing-layer/backstage-plugin-customer-layer-common';

/** What the field returns, as the action `customer-layer:declare` takes it. */
export const customersPickerSchema = makeFieldSchema({
  output: z =>
    z.object({
      economicCustomers: z
        .array(z.string())
        .optional()
        .describe('Refs of who pays for what it delivers'),
      internalCustomers: z
        .array(z.string())
        .optional()
        .describe('Refs of who inside the organization uses it'),
    }),
  uiOptions: z =>
    z.object({
      roles: z
        .array(z.enum(CUSTOMER_ROLES))
        .optional()
        .describe('For which roles customers are asked; both where absent'),
    }),
});

/** What a template says to the field, and what it returns. */
export type CustomersPickerProps = typeof customersPickerSchema.TProps;
