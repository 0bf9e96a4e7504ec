import { makeValidator } from '@backstage/catalog-model';
import { z } from 'zod/v4';

/** Where the value of a field comes from. */
export type ColumnConfig = {
  /** The heading in CSV; a property or a JSON pointer in JSON. */
  column?: string;
  /** What the cells mean. */
  values?: Record<string, string | number>;
  /** The value where the cell is empty. */
  default?: string | number;
  /** Between the parts of a list. Default: a comma. */
  separator?: string;
};

const A_COLUMN =
  'must be the name of a column, or an object with a column or a default';

const value = z.union(
  [z.string(), z.number()],
  'must be a text or a number; put true and false into quotes',
);

const column = z
  .union(
    [
      z.string().transform((name): ColumnConfig => ({ column: name })),
      z.strictObject({
        column: z.string('must be the name of a column').optional(),
        values: z
          .record(z.string(), value, 'must be an object from cells to values')
          .optional(),
        default: value.optional(),
        separator: z
          .string('must be a text')
          .min(1, 'must not be empty')
          .optional(),
      }),
    ],
    A_COLUMN,
  )
  .refine(
    ({ column: name, default: standard }) =>
      name !== undefined || standard !== undefined,
    A_COLUMN,
  );

const byKey = z.record(
  z.string(),
  column,
  'must be an object from keys to columns',
);

const keysThat = (isValid: (key: unknown) => boolean) =>
  byKey.refine(
    columns => Object.keys(columns).every(isValid),
    'has a key that the catalog refuses: write keys as in example.com/segment',
  );

const { isValidAnnotationKey, isValidLabelKey } = makeValidator();

/** How `columns` of an import is to be written: from the fields of a customer to where their values come from. */
export const columnsSchema = z.strictObject(
  {
    name: column,
    title: column.optional(),
    description: column.optional(),
    type: column,
    stage: column.optional(),
    tier: column.optional(),
    owner: column.optional(),
    parent: column.optional(),
    represents: column.optional(),
    valueAmount: column.optional(),
    valueCurrency: column.optional(),
    slaAvailability: column.optional(),
    slaUrl: column.optional(),
    tags: column.optional(),
    annotations: keysThat(isValidAnnotationKey).optional(),
    labels: keysThat(isValidLabelKey).optional(),
    links: byKey.optional(),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'must be an object from fields to columns, with at least name and type'
        : undefined,
  },
);

/** Where the values of all fields come from. */
export type ColumnsConfig = z.output<typeof columnsSchema>;

/** The columns of the source that these fields are read from. */
export function columnNames(fields: Partial<ColumnsConfig>): string[] {
  const { annotations, labels, links, ...single } = fields;
  return [single, annotations, labels, links]
    .flatMap((group): ColumnConfig[] => Object.values(group ?? {}))
    .flatMap(({ column: name }) => name ?? []);
}

/** Where a value comes from, in words that begin an error: a column, or else what the configuration says of the field. */
export const placeOf = (field: string, config?: ColumnConfig): string =>
  config?.column === undefined
    ? `columns.${field} of the configuration`
    : `column "${config.column}"`;
