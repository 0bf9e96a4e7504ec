import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { DEFAULT_LAYER_TYPES, LAYERS, LayerTypes } from './model/layers';

/**
 * What decides how layers are derived.
 *
 * @see docs/configure.md
 * @public
 */
export type DerivationRules = Readonly<{
  /** Kinds, in lower case, whose declarations count. */
  deliverableKinds: readonly string[];
  /** Whether owners stand in where no operations team is declared. */
  assumeOwner: boolean;
  /** Whether the owners of direct consumers are internal customers. */
  teamsAreInternalCustomers: boolean;
  layerTypes: LayerTypes;
}>;

/** The rules that hold where configuration says nothing. @public */
export const DEFAULT_DERIVATION_RULES: DerivationRules = {
  deliverableKinds: ['component', 'api', 'resource', 'system', 'domain'],
  assumeOwner: true,
  teamsAreInternalCustomers: true,
  layerTypes: DEFAULT_LAYER_TYPES,
};

/** The part of `customerLayer` in app-config that every backend part of the suite shares. @public */
export type CustomerLayerConfig = Readonly<{
  /** Whether a value that can't be read keeps its entity out of the catalog. */
  strict: boolean;
  rules: DerivationRules;
}>;

const lowerCase = (text: string) => text.toLocaleLowerCase('en-US');

/** True or false; what stands behind `${…}` in app-config arrives as text. @public */
export const flag = z.union(
  [z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })],
  'must be true or false',
);

const schema = z.strictObject({
  strict: flag.optional(),
  deliverableKinds: z.array(z.string().min(1)).min(1).optional(),
  operations: z.strictObject({ assumeOwner: flag.optional() }).optional(),
  consumers: z
    .strictObject({ teamsAreInternalCustomers: flag.optional() })
    .optional(),
  layers: z
    .strictObject({
      types: z
        .record(
          z.string(),
          z.record(
            z.string(),
            z.enum(LAYERS, `must be one of ${LAYERS.join(', ')}`),
          ),
        )
        .optional(),
    })
    .optional(),
  // Read by readAuditSettings, and by the backend plugin.
  audit: z.unknown().optional(),
  // Read by the backend plugin.
  graph: z.unknown().optional(),
  limits: z.unknown().optional(),
  // Read by the module for the catalog.
  assignments: z.unknown().optional(),
  // Read by the module for search.
  search: z.unknown().optional(),
});

function mergeLayerTypes(own: LayerTypes = {}): LayerTypes {
  const merged: Record<
    string,
    Record<string, LayerTypes[string][string]>
  > = Object.fromEntries(
    Object.entries(DEFAULT_LAYER_TYPES).map(([kind, types]) => [
      kind,
      { ...types },
    ]),
  );
  for (const [kind, types] of Object.entries(own)) {
    const ofKind = (merged[lowerCase(kind)] ??= {});
    for (const [type, layer] of Object.entries(types)) {
      ofKind[lowerCase(type)] = layer;
    }
  }
  return merged;
}

/**
 * Reads a part of app-config.
 *
 * @param path - where it stands, as in `customerLayer`
 * @throws InputError that names each fault with its path
 * @public
 */
export function readOrRefuse<Schema extends z.ZodType>(
  wanted: Schema,
  value: unknown,
  path: string,
): z.output<Schema> {
  const parsed = wanted.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      issue => `${[path, ...issue.path].join('.')}: ${issue.message}`,
    );
    throw new InputError(
      `The configuration of the customer layer can't be used. Correct it in app-config: ${faults.join(
        '; ',
      )}`,
    );
  }
  return parsed.data;
}

/**
 * Reads `customerLayer` from app-config into a plain value.
 *
 * @throws InputError when a value is not what it should be, with its path and the remedy
 * @see docs/configure.md
 * @public
 */
export function readCustomerLayerConfig(config: Config): CustomerLayerConfig {
  const { strict, deliverableKinds, operations, consumers, layers } =
    readOrRefuse(
      schema,
      config.getOptional('customerLayer') ?? {},
      'customerLayer',
    );
  const defaults = DEFAULT_DERIVATION_RULES;
  return {
    strict: strict ?? false,
    rules: {
      deliverableKinds:
        deliverableKinds?.map(lowerCase) ?? defaults.deliverableKinds,
      assumeOwner: operations?.assumeOwner ?? defaults.assumeOwner,
      teamsAreInternalCustomers:
        consumers?.teamsAreInternalCustomers ??
        defaults.teamsAreInternalCustomers,
      layerTypes: mergeLayerTypes(layers?.types),
    },
  };
}
