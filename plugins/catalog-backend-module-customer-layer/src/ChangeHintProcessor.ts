import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import stableStringify from 'fast-json-stable-stringify';
import { HintPublisher } from './HintPublisher';

const CACHE_KEY = 'hinted';

/** Of all that can alter the relations of an entity, or what is read of it; not of what the catalog itself puts there. */
function digestOf({ apiVersion, kind, metadata, spec }: Entity): string {
  const { uid, etag, generation, ...described } = metadata;
  return createHash('sha256')
    .update(stableStringify({ apiVersion, kind, metadata: described, spec }))
    .digest('base64url');
}

/**
 * Notices which entities differ from when they were last processed, and hands their refs to a {@link HintPublisher}.
 *
 * @remarks
 *
 * The catalog tells nobody what has changed, but shows every entity to its processors, of whatever kind. It comes
 * before the catalog writes down what they made of it, so a hint may be ahead of what the catalog answers.
 *
 * What is remembered lies in the catalog's database, so neither a restart nor a second instance hints again. An entity
 * that fails to be processed is hinted at each attempt, since the catalog then remembers nothing of that.
 */
export class ChangeHintProcessor implements CatalogProcessor {
  readonly #publisher: Pick<HintPublisher, 'add'>;

  constructor(publisher: Pick<HintPublisher, 'add'>) {
    this.#publisher = publisher;
  }

  /** The name under `catalog.processorOptions`. */
  getProcessorName(): string {
    return 'ChangeHintProcessor';
  }

  /** After the others, to see what they made of the entity. */
  getPriority(): number {
    return 1000;
  }

  /** Returns the entity as it is. */
  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const hinted = await cache.get<string>(CACHE_KEY);
    const digest = digestOf(entity);
    const told =
      digest === hinted || this.#publisher.add(stringifyEntityRef(entity));
    // What is not written again is only promised to last for one more run; what is not told must differ in the next.
    const remembered = told ? digest : hinted;
    if (remembered !== undefined) {
      await cache.set(CACHE_KEY, remembered);
    }
    return entity;
  }
}
