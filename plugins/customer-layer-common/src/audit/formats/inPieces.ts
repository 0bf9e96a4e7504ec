const PIECE_CHARACTERS = 32 * 1024;

/** The same text in fewer pieces, since each one that is written costs a turn. */
export async function* inPieces(
  texts: AsyncIterable<string>,
): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length >= PIECE_CHARACTERS) {
      yield piece;
      piece = '';
    }
  }
  if (piece) {
    yield piece;
  }
}
