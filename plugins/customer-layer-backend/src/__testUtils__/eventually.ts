/** Waits until an assertion holds. */
export async function eventually<T>(
  assertion: () => T | Promise<T>,
  options: { withinMs?: number } = {},
): Promise<T> {
  for (const end = Date.now() + (options.withinMs ?? 15_000); ; ) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
