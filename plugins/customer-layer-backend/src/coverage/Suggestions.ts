import {
  FoundSuggestion,
  Suggestion,
  suggestionsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { AuditAsking, Surroundings } from '../audit/questions/AuditAsking';
import { notFound } from '../services/Asking';
import { Caller } from '../services/Callers';
import { CanRead } from '../services/ReadableRefs';
import { takeSteps } from '../services/takeSteps';
import { Viewer } from '../services/Viewers';
import { DismissalRequest } from './coverageRequests';
import { DismissalStore } from './database/DismissalStore';

// Of each entity and declaration; there may be thousands of siblings.
const MOST_EACH = 10;

// Of each reason.
const MOST_NAMED = 5;

const namedIn = (suggestions: readonly FoundSuggestion[]): Set<string> =>
  new Set(
    suggestions.flatMap(({ value, reasons }) => [
      value,
      ...reasons.flatMap(({ entityRefs }) => entityRefs),
    ]),
  );

const shown = (
  suggestion: FoundSuggestion,
  canRead: CanRead,
): FoundSuggestion => ({
  ...suggestion,
  reasons: suggestion.reasons.map(reason => ({
    ...reason,
    entityRefs: reason.entityRefs.filter(canRead).slice(0, MOST_NAMED),
  })),
});

/** Who may be customers or operations teams of entities, and which of that nobody wants to hear any more. */
export class Suggestions {
  readonly #surroundings: Surroundings;
  readonly #dismissals: DismissalStore;

  constructor(options: Surroundings & { dismissals: DismissalStore }) {
    this.#surroundings = options;
    this.#dismissals = options.dismissals;
  }

  /**
   * Suggestions for those of some entities that the viewer may read, of whom they may read; the likeliest first.
   *
   * @param query.dismissed - whether to give those, too, that somebody dismissed
   */
  async of(
    query: { entityRefs: readonly string[]; dismissed: boolean },
    viewer: Viewer,
    caller: Caller,
  ): Promise<{ items: Suggestion[] }> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const { graph } = asking;
    const { turn } = asking.viewer;
    const readable = await asking.subjects(query.entityRefs);
    const entityRefs = query.entityRefs.filter(readable);

    const found = await takeSteps(suggestionsInSteps(graph, entityRefs), () =>
      turn.takeBreak(),
    );
    const canRead = await asking.viewer.canRead(graph, namedIn(found));
    const dismissalOf = await turn.waitFor(this.#dismissals.of(entityRefs));

    const items: Suggestion[] = [];
    const counts = new Map<string, number>();
    for (const suggestion of found) {
      const dismissed = dismissalOf(suggestion);
      const place = `${suggestion.entityRef} ${suggestion.key}`;
      const count = counts.get(place) ?? 0;
      if (
        canRead(suggestion.value) &&
        (query.dismissed || !dismissed) &&
        count < MOST_EACH
      ) {
        counts.set(place, count + 1);
        items.push({
          ...shown(suggestion, canRead),
          ...(dismissed && { dismissed }),
        });
      }
    }
    return asking.hide({ items });
  }

  /**
   * Dismisses suggestions for everybody, or takes that back.
   *
   * @throws NotFoundError when the catalog lacks one of the entities or values, or the viewer may not read it
   */
  async dismiss(
    { items, dismissed }: DismissalRequest,
    viewer: Viewer,
    caller: Caller,
  ): Promise<object> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const { graph } = asking;
    const refs = [
      ...new Set(items.flatMap(({ entityRef, value }) => [entityRef, value])),
    ];
    const canRead = await asking.subjects(refs);
    const missing = refs.filter(ref => !graph.exists(ref) || !canRead(ref));
    if (missing.length) {
      throw notFound(missing);
    }
    await (dismissed
      ? this.#dismissals.add(items, caller.ref)
      : this.#dismissals.remove(items));
    return {};
  }
}
