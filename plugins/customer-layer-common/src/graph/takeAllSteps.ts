/** Takes all steps of some work at once, and returns what comes of it. */
export function takeAllSteps<Result>(
  steps: Generator<undefined, Result>,
): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}
