import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  AssignmentExport,
  ExportRequest,
  PORTAL_CUSTOMERS_LOCATION,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { partition, uniq } from 'lodash';
import { exportAssignments } from '../export/exportAssignments';
import { exportCustomers } from '../export/exportCustomers';
import { forbiddenEntity, unknownEntity } from './requestedRows';
import { Caller, Rights } from './Rights';

const isFromPortal = ({ metadata }: Entity) =>
  metadata.annotations?.[ANNOTATION_LOCATION] === PORTAL_CUSTOMERS_LOCATION;

/** What was done in the portal, or by aliases and rules, to be committed. */
export class AssignmentExports {
  readonly #rights: Rights;
  readonly #reader: UrlReaderService;

  constructor(options: { rights: Rights; reader: UrlReaderService }) {
    this.#rights = options.rights;
    this.#reader = options.reader;
  }

  /**
   * Exports what was assigned to some entities; as YAML also customers that were created in the portal.
   *
   * @remarks
   *
   * A patch shows some lines of the file around each change, which it reads with the rights of the portal. So it is made
   * of entities only to which the caller may assign something.
   */
  async export(
    { entityRefs, format }: ExportRequest,
    caller: Caller,
  ): Promise<AssignmentExport> {
    const refs = uniq(entityRefs);
    const entities = await this.#rights.entities(refs, caller);
    const unknown = refs.filter(ref => !entities.has(ref));
    const exported =
      format === 'yaml'
        ? await this.#yaml([...entities.values()])
        : await this.#patch([...entities.values()], caller);
    return {
      ...exported,
      faults: [
        ...exported.faults,
        ...unknown.map(entityRef => ({
          entityRef,
          message: unknownEntity(entityRef),
        })),
      ],
    };
  }

  async #yaml(entities: readonly Entity[]): Promise<AssignmentExport> {
    const [customers, others] = partition(entities, isFromPortal);
    const { text, faults } = await this.#assignments(others, 'yaml');
    const documents = [text, exportCustomers(customers)].filter(Boolean);
    return { text: documents.join('---\n'), faults };
  }

  async #patch(
    entities: readonly Entity[],
    caller: Caller,
  ): Promise<AssignmentExport> {
    const mayAssign = await this.#rights.assignable(caller);
    const [allowed, others] = partition(entities, mayAssign);
    const { faults, ...patch } = await this.#assignments(allowed, 'patch');
    return {
      ...patch,
      faults: [
        ...faults,
        ...others.map(stringifyEntityRef).map(entityRef => ({
          entityRef,
          message: `${forbiddenEntity(entityRef)}, or export it as YAML`,
        })),
      ],
    };
  }

  #assignments(
    entities: readonly Entity[],
    format: ExportRequest['format'],
  ): Promise<AssignmentExport> {
    return exportAssignments(entities, { format, reader: this.#reader });
  }
}
