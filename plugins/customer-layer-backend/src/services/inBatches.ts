/**
 * Works through items one after the other and gives away the results in batches, so that only some are held at a time.
 *
 * @param options - how large a result is, and how large a batch has grown when it is given away
 */
export async function* inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  options: { sizeOf(result: Result): number; size: number },
): AsyncGenerator<Result[]> {
  let batch: Result[] = [];
  let size = 0;
  for (const item of items) {
    const result = await work(item);
    batch.push(result);
    size += options.sizeOf(result);
    if (size >= options.size) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length) {
    yield batch;
  }
}
