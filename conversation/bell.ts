import type { Bell } from "../store/index.js";

/** For one node alone. */
export function createSilentBell(): Bell {
  return { ring: () => undefined, on: () => () => undefined };
}

/** What is needed of a pair of Redis connections, one of them a subscriber. */
export interface BellWire {
  publish(channel: string, message: string): Promise<unknown>;
  subscribe(channel: string): Promise<unknown>;
  onMessage(hear: (channel: string, message: string) => void): void;
}

/**
 * Bells over Redis. Publishing is never waited for: with Redis away the others find out by polling (design section 4).
 */
export function createRedisBell(options: {
  readonly wire: BellWire;
  readonly channel: string;
  readonly nodeName: string;
}): Bell {
  const { wire, channel, nodeName } = options;
  const listeners = new Map<string, Set<(payload: string) => void>>();
  wire.onMessage((heardOn, text) => {
    if (heardOn !== channel) return;
    const [from, topic, payload] = split(text);
    if (from === nodeName) return;
    for (const hear of listeners.get(topic) ?? []) hear(payload);
  });
  // A subscription is asked for once; the connection renews it after each reconnect.
  wire.subscribe(channel).catch(() => undefined);
  return {
    ring: (topic, payload) => {
      wire.publish(channel, `${nodeName}\n${topic}\n${payload}`).catch(() => undefined);
    },
    on: (topic, hear) => {
      const hearers = listeners.get(topic) ?? new Set();
      listeners.set(topic, hearers.add(hear));
      return () => hearers.delete(hear);
    },
  };
}

function split(text: string): [from: string, topic: string, payload: string] {
  const [from = "", topic = "", ...payload] = text.split("\n");
  return [from, topic, payload.join("\n")];
}
