const lookEveryMs = 50;
const patienceMs = 60_000;

/** Waits until what is read from a page is as expected, as a person does who knows that it takes a moment. */
export async function shows<T>(read: () => Promise<T> | undefined, expected: T): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while ((await read()) !== expected && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  expect(await read()).toBe(expected);
}
