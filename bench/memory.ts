import { Worker } from 'node:worker_threads';

const MEGABYTE = 1e6;

/** Heap and buffers in use after a garbage collection, in megabytes. Needs `--expose-gc`. */
export function usedMegabytes(): number {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MEGABYTE;
}

/** Watches the resident memory of this process from another thread, even while this one is busy. */
export class PeakWatch {
  readonly #peak = new Float64Array(new SharedArrayBuffer(8));
  readonly #worker: Worker;
  #before = 0;

  constructor() {
    this.#worker = new Worker(
      `const peak = new Float64Array(require('node:worker_threads').workerData);
       setInterval(() => {
         peak[0] = Math.max(peak[0], process.memoryUsage.rss());
       }, 2);`,
      { eval: true, workerData: this.#peak.buffer },
    );
  }

  /** Counts from now on, once the thread runs. */
  async begin(): Promise<void> {
    while (!this.#peak[0]) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    globalThis.gc!();
    this.#before = process.memoryUsage.rss();
    this.#peak[0] = this.#before;
  }

  /** Ends the watch. @returns by how many megabytes the memory grew at most */
  async end(): Promise<number> {
    await this.#worker.terminate();
    return (this.#peak[0] - this.#before) / MEGABYTE;
  }
}
