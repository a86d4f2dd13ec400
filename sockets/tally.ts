/** How many of each name there are now, so that the names need not be gathered anew each time. */
export interface Tally {
  add(name: string): void;
  remove(name: string): void;
  /** Those there is one of at least, each once. */
  names(): readonly string[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    remove: (name) => {
      const left = (counts.get(name) ?? 0) - 1;
      if (left > 0) counts.set(name, left);
      else counts.delete(name);
    },
    names: () => [...counts.keys()],
  };
}
