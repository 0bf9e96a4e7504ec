/**
 * Takes all steps of some work.
 *
 * @param takeBreak - awaited before each step, so that others come first
 * @throws what a step or a break throws
 */
export async function takeSteps<Result>(
  steps: Generator<undefined, Result>,
  takeBreak: () => Promise<void>,
): Promise<Result> {
  for (;;) {
    await takeBreak();
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}
