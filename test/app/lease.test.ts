import { randomUUID } from "node:crypto";
import { createLease, type LeaseClient } from "../../app/lease.js";

/** Redis, as far as a lease needs it, with a clock of its own. */
function openClient() {
  const kept = new Map<string, { value: string; until: number }>();
  const clock = { at: 0 };
  let renewed: () => void = () => undefined;
  const present = (key: string) => {
    const one = kept.get(key);
    return one !== undefined && one.until > clock.at ? one : undefined;
  };
  const client: LeaseClient = {
    set: async (key, value, _px, ms) => {
      if (present(key) !== undefined) return null;
      kept.set(key, { value, until: clock.at + ms });
      return "OK";
    },
    get: async (key) => present(key)?.value ?? null,
    pexpire: async (key, ms) => {
      const one = present(key);
      if (one === undefined) return 0;
      one.until = clock.at + ms;
      renewed();
      return 1;
    },
    del: async (key) => (kept.delete(key) ? 1 : 0),
  };
  return { client, clock, onceRenewed: () => new Promise<void>((resolve) => (renewed = resolve)) };
}

describe("a right that one node holds", () => {
  it("is kept while the work waits for others, and another's once the node is gone", async () => {
    const { client, clock, onceRenewed } = openClient();
    const lease = createLease(client, `${randomUUID()}:`);
    const release = await lease("turn:1", 40);
    expect(await lease("turn:1", 40)).toBeUndefined();

    clock.at = 30;
    await onceRenewed();
    clock.at = 60;
    // It would have run out at 40.
    expect(await lease("turn:1", 40)).toBeUndefined();
    release?.();
    await new Promise((resolve) => setImmediate(resolve));

    expect(await lease("turn:1", 40)).toBeDefined();
  });
});
