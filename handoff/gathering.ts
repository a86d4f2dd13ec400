/** Hands on together what is asked in one turn of the event loop; see `createGathering`. */
export interface Gathering<Item, Answer> {
  ask(key: string, item: Item): Promise<Answer>;
  /** Hands on at once what was asked until now. */
  flush(): void;
}

interface Asked<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** So many are handed on together: who answers works on them while the next ones are made. */
const gatheredMax = 16;

/**
 * Gathers what is asked under one key until the present turn of the event loop is over, and hands it to `run`, which
 * answers for each in the same order. Nobody waits for another answer, as in `createBatcher`: parts may overlap.
 */
export function createGathering<Item, Answer>(
  run: (key: string, items: readonly Item[]) => Promise<readonly Answer[]>,
): Gathering<Item, Answer> {
  const parts = new Map<string, Asked<Item, Answer>[]>();

  function send(key: string, part: readonly Asked<Item, Answer>[]): void {
    const items = part.map(({ item }) => item);
    run(key, items).then(
      (answers) => {
        for (const [at, answer] of answers.entries()) part[at]?.resolve(answer);
      },
      (error: unknown) => {
        for (const one of part) one.reject(error);
      },
    );
  }

  function flush(): void {
    for (const [key, part] of parts) send(key, part);
    parts.clear();
  }

  return {
    flush,
    ask: (key, item) =>
      new Promise((resolve, reject) => {
        if (parts.size === 0) process.nextTick(flush);
        const part = parts.get(key) ?? [];
        part.push({ item, resolve, reject });
        if (part.length < gatheredMax) parts.set(key, part);
        else {
          parts.delete(key);
          send(key, part);
        }
      }),
  };
}
