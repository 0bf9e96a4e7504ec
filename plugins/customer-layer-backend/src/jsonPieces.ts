import { chunk } from 'lodash';
import { Turn } from './services/Turns';

// Printed within two milliseconds or so. An answer waits for its turn after each piece, so that smaller ones would make
// large answers slow.
const PIECE_CHARACTERS = 512 * 1024;

// Printed one after the other they would take half as long again.
const ENTRIES_AT_ONCE = 50;

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/**
 * Prints an answer as JSON, in pieces, with breaks: nothing large is printed at once or held as text.
 *
 * @param answer - its lists are printed some entries at a time; one that is made meanwhile is an async iterable, and its
 * entries are printed as answers of their own
 */
export async function* jsonPieces(
  answer: object,
  turn: Turn,
): AsyncGenerator<string> {
  let piece = '';
  for await (const texts of textsOf(answer)) {
    for (const text of texts) {
      piece += text;
      if (piece.length >= PIECE_CHARACTERS) {
        turn.pause();
        yield piece;
        piece = '';
        await turn.takeBreak();
      }
    }
  }
  turn.pause();
  yield piece;
}

async function* textsOf(answer: object): AsyncGenerator<Iterable<string>> {
  let separator = '{';
  for (const [key, value] of Object.entries(answer)) {
    if (value !== undefined) {
      yield [`${separator}${JSON.stringify(key)}:`];
      separator = ',';
      if (isAsyncIterable(value)) {
        yield* textsOfList(value);
      } else {
        yield textsOfField(value);
      }
    }
  }
  yield [separator === '{' ? '{}' : '}'];
}

async function* textsOfList(
  list: AsyncIterable<unknown>,
): AsyncGenerator<Iterable<string>> {
  let separator = '[';
  for await (const item of list) {
    yield [separator];
    separator = ',';
    if (typeof item === 'object' && item !== null) {
      yield* textsOf(item);
    } else {
      yield [JSON.stringify(item ?? null)];
    }
  }
  yield [separator === '[' ? '[]' : ']'];
}

function* textsOfField(value: unknown): Generator<string> {
  if (!Array.isArray(value)) {
    yield JSON.stringify(value);
    return;
  }
  let separator = '[';
  for (const entries of chunk(value, ENTRIES_AT_ONCE)) {
    yield separator + JSON.stringify(entries).slice(1, -1);
    separator = ',';
  }
  yield value.length ? ']' : '[]';
}
