import {
  CustomerGraph,
  maskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk, partition, sortBy } from 'lodash';
import { CanRead } from '../services/ReadableRefs';
import { Viewer } from '../services/Viewers';
import { Arrangement } from './arrangements';
import { Lots } from './lots';
import { mapTexts, refsIn, replaceRefs } from './refsInText';

// So many parts of an answer are worked through before somebody else may come first.
const PARTS_AT_ONCE = 32;

/**
 * Makes one answer fit for one viewer. First everything that it names is noted, and it is learned what of that the
 * viewer may read. Then entries are stripped and arranged, hidden ones last among their equals. At last every hidden
 * ref in any text is numbered in the order of the result. So neither a place nor a number says anything about a name.
 *
 * @remarks
 *
 * Hidden ones are arranged by what can be seen of them; those of whom the same can be seen draw lots. All takes breaks.
 */
export class Mask {
  readonly #graph: CustomerGraph;
  readonly #viewer: Viewer;
  readonly #lots: Lots;
  readonly #noted = new Set<string>();
  #canReadNoted: CanRead = () => false;
  // Most texts are refs that occur many times, so each distinct text is read once.
  readonly #refsIn = new Map<string, readonly string[]>();
  readonly #numbered = new Map<string, string>();
  readonly #blanked = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(options: { graph: CustomerGraph; viewer: Viewer; lots: Lots }) {
    this.#graph = options.graph;
    this.#viewer = options.viewer;
    this.#lots = options.lots;
  }

  /** Takes note of every ref in an answer, or in a part of one. */
  async note(answer: object): Promise<void> {
    const noteRefs = (text: string) => {
      this.#refsOf(text).forEach(ref => this.#noted.add(ref));
      return text;
    };
    for (const value of Object.values(answer)) {
      await this.#each([value].flat(), part => mapTexts(part, noteRefs));
    }
  }

  /** Finds out which of the refs noted so far the viewer may read. */
  async learn(): Promise<void> {
    const noted = [...this.#noted];
    // Of what was asked for before the viewer knows.
    this.#noted.clear();
    this.#canReadNoted = await this.#viewer.canRead(this.#graph, noted);
  }

  /** Whether the viewer may read a ref that was noted, or it is none of the catalog's. */
  readonly canRead: CanRead = ref => this.#canReadNoted(ref);

  /** Strips and arranges entries. */
  async arrange<T extends { hidden?: true }>(
    entries: readonly T[],
    { refOf, remainsOf, insideOf, rankOf }: Arrangement<T>,
  ): Promise<T[]> {
    const arranged: T[] = [];
    let hidden: T[] = [];
    let rank: unknown;
    const putHiddenLast = async () => {
      for (const entry of await this.#arrangeHidden(hidden, refOf)) {
        arranged.push(entry);
      }
      hidden = [];
    };
    for (const some of chunk(entries, PARTS_AT_ONCE)) {
      await this.#viewer.turn.takeBreak();
      for (const entry of some) {
        if (rankOf?.(entry) !== rank) {
          await putHiddenLast();
          rank = rankOf?.(entry);
        }
        if (!this.canRead(refOf(entry))) {
          hidden.push(remainsOf(entry));
        } else {
          arranged.push(
            insideOf ? insideOf(entry, this.refs, this.canRead) : entry,
          );
        }
      }
    }
    await putHiddenLast();
    return arranged;
  }

  /** Arranges plain refs. */
  readonly refs = <Refs extends readonly string[]>(
    refs: Refs,
  ): Refs | string[] => {
    if (refs.every(this.canRead)) {
      return refs;
    }
    const [open, hidden] = partition(refs, this.canRead);
    return [...open, ...sortBy(hidden, this.#lots)];
  };

  /** Numbers what is hidden, once everything is in its place. A ref that has a number keeps it. */
  async number<T extends object>(answer: T): Promise<T> {
    const result = { ...answer };
    for (const [key, value] of Object.entries(answer)) {
      const parts: unknown[] = [];
      await this.#each([value].flat(), part =>
        parts.push(mapTexts(part, this.#numberText)),
      );
      Object.assign(result, { [key]: Array.isArray(value) ? parts : parts[0] });
    }
    return result;
  }

  async #arrangeHidden<T>(
    entries: readonly T[],
    refOf: (entry: T) => string,
  ): Promise<T[]> {
    const byBlank = new Map<string, T[]>();
    await this.#each(entries, entry => {
      const blank = JSON.stringify(mapTexts(entry, this.#blankText));
      const same = byBlank.get(blank);
      if (same) {
        same.push(entry);
      } else {
        byBlank.set(blank, [entry]);
      }
    });
    return [...byBlank.keys()]
      .sort()
      .flatMap(blank =>
        sortBy(byBlank.get(blank), entry => this.#lots(refOf(entry))),
      );
  }

  readonly #numberText = (text: string): string =>
    this.#hide(text, this.#numbered, ref => {
      const number = this.#numbers.get(ref) ?? this.#numbers.size + 1;
      this.#numbers.set(ref, number);
      return maskedRef(number);
    });

  readonly #blankText = (text: string): string =>
    this.#hide(text, this.#blanked, () => '#');

  #hide(
    text: string,
    known: Map<string, string>,
    replacement: (ref: string) => string,
  ): string {
    let shown = known.get(text);
    if (shown === undefined) {
      shown = this.#refsOf(text).every(this.canRead)
        ? text
        : replaceRefs(text, (ref, asWritten) =>
            this.canRead(ref) ? asWritten : replacement(ref),
          );
      known.set(text, shown);
    }
    return shown;
  }

  #refsOf(text: string): readonly string[] {
    let refs = this.#refsIn.get(text);
    if (!refs) {
      refs = refsIn(text);
      this.#refsIn.set(text, refs);
    }
    return refs;
  }

  async #each<T>(
    parts: readonly T[],
    work: (part: T) => unknown,
  ): Promise<void> {
    for (const some of chunk(parts, PARTS_AT_ONCE)) {
      await this.#viewer.turn.takeBreak();
      some.forEach(work);
    }
  }
}
