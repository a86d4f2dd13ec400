import { randomUUID } from "node:crypto";

/** What is needed of Redis to hold a right for a time. */
export interface LeaseClient {
  set(key: string, value: string, px: "PX", ms: number, nx: "NX"): Promise<"OK" | null>;
  get(key: string): Promise<string | null>;
  pexpire(key: string, ms: number): Promise<number>;
  del(key: string): Promise<number>;
}

/** A Redis that hangs costs one turn a second, not every turn. */
const restMs = 2000;

export type Lease = (name: string, ttlMs: number) => Promise<(() => void) | undefined>;

/**
 * Rights that one node holds at a time. They save work and decide nothing: what two nodes would do at once the store
 * refuses to one of them. With Redis away, or none at all, every node may try.
 */
export function createLease(client: LeaseClient | undefined, prefix: string): Lease {
  if (client === undefined) return async () => () => undefined;
  let restUntil = 0;
  return async (name, ttlMs) => {
    if (performance.now() < restUntil) return () => undefined;
    const key = `${prefix}lease:${name}`;
    const token = randomUUID();
    try {
      if ((await client.set(key, token, "PX", ttlMs, "NX")) === null) return undefined;
    } catch {
      restUntil = performance.now() + restMs;
      return () => undefined;
    }
    // Work that waits for others holds its right; a node that hangs or dies does not.
    const renewing = setInterval(
      () => void renew(client, { key, token, ttlMs }).catch(() => undefined),
      ttlMs / 2,
    );
    renewing.unref();
    return () => {
      clearInterval(renewing);
      release(client, key, token).catch(() => undefined);
    };
  };
}

/** A right that has run out may be another's by now: theirs is left alone. */
async function release(client: LeaseClient, key: string, token: string): Promise<void> {
  if ((await client.get(key)) === token) await client.del(key);
}

async function renew(
  client: LeaseClient,
  { key, token, ttlMs }: { readonly key: string; readonly token: string; readonly ttlMs: number },
): Promise<void> {
  if ((await client.get(key)) === token) await client.pexpire(key, ttlMs);
}
