/** Those who want to be told of one kind of fact. */
export interface Listeners<Fact> {
  /** Registers a listener; the answer takes it away again. */
  add(listener: (fact: Fact) => void): () => void;
  tell(fact: Fact): void;
}

export function createListeners<Fact>(): Listeners<Fact> {
  const listeners = new Set<(fact: Fact) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (fact) => {
      for (const listener of [...listeners]) listener(fact);
    },
  };
}
