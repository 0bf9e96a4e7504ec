/** How many clients ask at once. */
export const CLIENTS = 20;

/** Asks all questions, {@link CLIENTS} at once. @returns how long each took, in milliseconds, and what came of it */
export async function askAll<Q, T>(
  questions: readonly Q[],
  ask: (question: Q) => Promise<T>,
): Promise<{ times: number[]; found: T[] }> {
  const times: number[] = [];
  const found: T[] = [];
  let next = 0;
  const client = async () => {
    while (next < questions.length) {
      const position = next++;
      const began = performance.now();
      found[position] = await ask(questions[position]);
      times[position] = performance.now() - began;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { times, found };
}
