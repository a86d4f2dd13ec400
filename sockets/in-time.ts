/** Below the ten seconds after which clients give an answer up: they hear that they may ask again (reliability F12). */
const answerWithinMs = 8000;

/** The answer, or `late` when it takes too long; what is under way goes on, and a repeat finds what it has done. */
export async function inTime<T>(answer: Promise<T>, late: () => T, withinMs = answerWithinMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), withinMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
