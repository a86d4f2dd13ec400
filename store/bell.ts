/** What nodes tell each other. A bell is a hint: nothing is lost when it is not heard, only later. */
export interface Bell {
  ring(topic: string, payload: string): void;
  /** Hears what other nodes ring; never its own. Returns how to stop. */
  on(topic: string, hear: (payload: string) => void): () => void;
}
