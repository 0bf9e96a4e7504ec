import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  assignDeclarations,
  declarationKeysOn,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { isPlainObject } from 'lodash';
import { AssignerBook } from './assigners/AssignerBook';
import { AssignmentStore } from './database/AssignmentStore';
import { refreshKeyOf } from './refs';

/**
 * Writes into each entity what the portal, aliases and rules assign to it, where its file says nothing.
 *
 * @remarks
 *
 * Everything that comes later sees it as if the file said it: the relations, the hints, the catalog itself.
 *
 * It reads what is assigned at the moment in which an entity is processed, from the database in which the catalog writes
 * down the result. While that can't be read, entities fail to be processed and stay in the catalog as they are, with what
 * was assigned to them.
 */
export class AssignmentProcessor implements CatalogProcessor {
  readonly #store: Pick<AssignmentStore, 'of'>;
  readonly #book: Pick<AssignerBook, 'current'>;
  readonly #deliverableKinds: readonly string[];

  constructor(options: {
    store: Pick<AssignmentStore, 'of'>;
    book: Pick<AssignerBook, 'current'>;
    deliverableKinds: readonly string[];
  }) {
    this.#store = options.store;
    this.#book = options.book;
    this.#deliverableKinds = options.deliverableKinds;
  }

  /** The name under `catalog.processorOptions`. */
  getProcessorName(): string {
    return 'AssignmentProcessor';
  }

  /** After the others, so that aliases and rules see what those write into the entity. */
  getPriority(): number {
    return 900;
  }

  /** @throws an error of the database */
  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const deliverableKinds = this.#deliverableKinds;
    if (!isPlainObject(entity.metadata.annotations ?? {})) {
      // The catalog refuses it, in words of its own.
      return entity;
    }
    if (!declarationKeysOn(entity.kind, deliverableKinds).length) {
      return assignDeclarations(entity, { assigners: [], deliverableKinds });
    }
    const ref = stringifyEntityRef(entity);
    emit(processingResult.refresh(refreshKeyOf(ref)));
    const portal = await this.#store.of(ref);
    return assignDeclarations(entity, {
      assigners: [
        { source: 'portal', of: () => portal },
        ...(await this.#book.current()),
      ],
      deliverableKinds,
    });
  }
}
