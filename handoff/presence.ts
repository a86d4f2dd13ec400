/**
 * Whose sockets are alive, over all nodes. Soft: it never decides who owns a conversation (Q13), and with Redis away
 * it knows this node's sockets only.
 */
export interface Presence {
  /** Answers whether the person was away until now. */
  connected(accountId: string, socketId: string): Promise<"first" | "more">;
  /** Answers whether the person is away from now on. */
  disconnected(accountId: string, socketId: string): Promise<"last" | "more">;
  /** Renews this node's sockets; to be called well within the TTL. */
  refresh(): Promise<void>;
  /** Those of the people who have a live socket somewhere. */
  online(accountIds: readonly string[]): Promise<ReadonlySet<string>>;
  isUp(): boolean;
}

/** How long a socket counts without renewal: what a killed node leaves behind is gone after it. */
export const presenceTtlMs = 45_000;

/** The sockets of this node. */
export interface LocalSockets {
  add(accountId: string, socketId: string): "first" | "more";
  remove(accountId: string, socketId: string): "last" | "more";
  has(accountId: string): boolean;
  all(): readonly (readonly [accountId: string, socketId: string])[];
}

export function createLocalSockets(): LocalSockets {
  const people = new Map<string, Set<string>>();
  return {
    add: (accountId, socketId) => {
      const sockets = people.get(accountId);
      if (sockets === undefined) people.set(accountId, new Set([socketId]));
      else sockets.add(socketId);
      return sockets === undefined ? "first" : "more";
    },
    remove: (accountId, socketId) => {
      const sockets = people.get(accountId);
      sockets?.delete(socketId);
      if (sockets !== undefined && sockets.size > 0) return "more";
      people.delete(accountId);
      return "last";
    },
    has: (accountId) => people.has(accountId),
    all: () => [...people].flatMap(([id, sockets]) => [...sockets].map((socket) => [id, socket] as const)),
  };
}

/** Presence on one node alone. */
export function createEmbeddedPresence(): Presence {
  const local = createLocalSockets();
  return {
    connected: async (accountId, socketId) => local.add(accountId, socketId),
    disconnected: async (accountId, socketId) => local.remove(accountId, socketId),
    refresh: async () => undefined,
    online: async (accountIds) => new Set(accountIds.filter((id) => local.has(id))),
    isUp: () => true,
  };
}
