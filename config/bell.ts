/** Fan-out between nodes. A hint only: whoever relies on it must also find the fact in the store. */
export interface Bell {
  ring(topic: string, id: string): void;
  on(topic: string, listener: (id: string) => void): () => void;
}
