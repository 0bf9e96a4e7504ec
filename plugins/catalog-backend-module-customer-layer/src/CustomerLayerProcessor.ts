import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  CatalogProcessorResult,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATIONS,
  AssignmentSource,
  CustomerLayerConfig,
  DeclarationKey,
  Declarations,
  readAssigned,
  readDeclarations,
  RELATION_ECONOMIC_CUSTOMER_OF,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_INTERNAL_CUSTOMER_OF,
  RELATION_OPERATED_BY,
  RELATION_OPERATOR_OF,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { relationPair } from './relationPair';
import { unreportedProblems } from './unreportedProblems';

const RELATIONS = [
  {
    key: 'economicCustomers',
    types: [RELATION_HAS_ECONOMIC_CUSTOMER, RELATION_ECONOMIC_CUSTOMER_OF],
  },
  {
    key: 'internalCustomers',
    types: [RELATION_HAS_INTERNAL_CUSTOMER, RELATION_INTERNAL_CUSTOMER_OF],
  },
  {
    key: 'operationsTeam',
    types: [RELATION_OPERATED_BY, RELATION_OPERATOR_OF],
  },
] as const;

function declaredRelations(
  entity: Entity,
  declarations: Declarations,
): CatalogProcessorResult[] {
  const source = getCompoundEntityRef(entity);
  return RELATIONS.flatMap(({ key, types }) =>
    (declarations[key] ?? []).flatMap(ref =>
      relationPair({ source, target: parseEntityRef(ref), types }),
    ),
  );
}

/** Who assigned which annotations. */
const sourcesOf = (entity: Entity): ReadonlyMap<string, AssignmentSource> => {
  const assigned = Object.entries(readAssigned(entity));
  return new Map(
    assigned.map(([key, source]) => [
      ANNOTATIONS[key as DeclarationKey].name,
      source,
    ]),
  );
};

/**
 * Turns the customers and operations teams that an entity declares into relations, and reports what can't be read.
 *
 * @remarks
 *
 * Only declared facts become relations; what follows from them is derived elsewhere. `ownedBy` is left alone.
 *
 * Annotations are looked at where something reads them: on deliverable kinds and on a Group. On any other kind they
 * mean nothing, and a Location that was refused for one in strict mode would take the whole of its file with it.
 *
 * Strict mode is about what an entity's file says. What is assigned to an entity never keeps it out, since its owners could
 * not mend that; it is reported instead.
 */
export class CustomerLayerProcessor implements CatalogProcessor {
  readonly #strict: boolean;
  readonly #deliverableKinds: ReadonlySet<string>;
  readonly #logger: LoggerService;

  constructor(options: { config: CustomerLayerConfig; logger: LoggerService }) {
    this.#strict = options.config.strict;
    this.#deliverableKinds = new Set(options.config.rules.deliverableKinds);
    this.#logger = options.logger;
  }

  /** The name under `catalog.processorOptions`. */
  getProcessorName(): string {
    return 'CustomerLayerProcessor';
  }

  /** Emits the declared relations in pairs; in strict mode an error that names every problem of the file, instead. */
  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const kind = entity.kind.toLocaleLowerCase('en-US');
    const deliverable = this.#deliverableKinds.has(kind);
    if (!deliverable && kind !== 'group') {
      return entity;
    }
    const { declarations, problems } = readDeclarations(entity);
    const ref = stringifyEntityRef(entity);
    const sources = sourcesOf(entity);
    const own = problems.filter(({ annotation }) => !sources.has(annotation));
    if (this.#strict && own.length) {
      const faults = own
        .map(({ annotation, message }) => `"${annotation}": ${message}`)
        .join('; ');
      emit(
        processingResult.inputError(
          location,
          `"${ref}" is refused, since customerLayer.strict is on and it has annotations that can't be read. Correct them in its file: ${faults}`,
        ),
      );
      return entity;
    }
    for (const problem of await unreportedProblems(problems, cache)) {
      const { annotation, value, message } = problem;
      const source = sources.get(annotation);
      const by = source ? `, which ${source} assigns,` : '';
      this.#logger.warn(
        `Annotation "${annotation}" of "${ref}"${by} loses a value: ${message}`,
        { entityRef: ref, annotation, value, ...(source && { source }) },
      );
    }
    if (deliverable) {
      declaredRelations(entity, declarations).forEach(emit);
    }
    return entity;
  }
}
