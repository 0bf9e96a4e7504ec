import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import { EntityChange } from '@missing-layer/backstage-plugin-customer-layer-common';

// Turned into text, or back, without a pause: about a millisecond.
const CHANGES_PER_LINE = 50;

const LINE_END = '\n';

const unpack = promisify(gunzip);

async function* linesOf(changes: readonly EntityChange[]) {
  for (let start = 0; start < changes.length; start += CHANGES_PER_LINE) {
    const line = changes.slice(start, start + CHANGES_PER_LINE);
    yield JSON.stringify(line) + LINE_END;
    await setImmediate();
  }
}

/** Changes as gzipped lines of JSON, each a list of a few: so that many of them never hold up the event loop. */
export async function packChanges(
  changes: readonly EntityChange[],
): Promise<Buffer> {
  const parts: Buffer[] = [];
  await pipeline(linesOf(changes), createGzip(), async packed => {
    for await (const part of packed) {
      parts.push(part);
    }
  });
  return Buffer.concat(parts);
}

/** The reverse of {@link packChanges}. */
export async function unpackChanges(packed: Buffer): Promise<EntityChange[]> {
  const lines = await unpack(packed);
  const changes: EntityChange[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = lines.indexOf(LINE_END, start);
    changes.push(...JSON.parse(lines.toString('utf8', start, end)));
    start = end + LINE_END.length;
    await setImmediate();
  }
  return changes;
}
