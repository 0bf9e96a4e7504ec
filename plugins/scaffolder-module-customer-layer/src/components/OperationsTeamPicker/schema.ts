import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What the field returns, as the action `customer-layer:declare` takes it. */
export const operationsTeamPickerSchema = makeFieldSchema({
  output: z =>
    z
      .union([z.string(), z.array(z.string())])
      .describe(
        'Ref of the team, or refs of several for a field of type array',
      ),
});

/** What a template says to the field, and what it returns. */
export type OperationsTeamPickerProps =
  typeof operationsTeamPickerSchema.TProps;
