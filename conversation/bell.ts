import { noTrail, readRequestId, type Trail, type Way } from "../contract/index.js";
import type { Bell } from "../store/index.js";

const partEnd = "\t";
const spanShape = /^([0-9a-f]{32})-([0-9a-f]{16})-([01])$/;

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
  readonly trail?: Trail;
}): Bell {
  const { wire, channel, nodeName, trail = noTrail } = options;
  const listeners = new Map<string, Set<(payload: string) => void>>();
  wire.onMessage((heardOn, text) => {
    if (heardOn !== channel) return;
    const { from, way, topic, payload } = split(text);
    if (from === nodeName) return;
    trail.goOn([way], () => {
      for (const hear of listeners.get(topic) ?? []) hear(payload);
    });
  });
  // A subscription is asked for once; the connection renews it after each reconnect.
  wire.subscribe(channel).catch(() => undefined);
  return {
    ring: (topic, payload) => {
      const from = [nodeName, ...toParts(trail.here())].join(partEnd);
      wire.publish(channel, `${from}\n${topic}\n${payload}`).catch(() => undefined);
    },
    on: (topic, hear) => {
      const hearers = listeners.get(topic) ?? new Set();
      listeners.set(topic, hearers.add(hear));
      return () => hearers.delete(hear);
    },
  };
}

function split(text: string): { from: string; way: Way | undefined; topic: string; payload: string } {
  const [head = "", topic = "", ...payload] = text.split("\n");
  const [from = "", requestId = "", span = ""] = head.split(partEnd);
  return { from, way: toWay(requestId, span), topic, payload: payload.join("\n") };
}

/** Behind the node's name: the request the bell is rung for, and the span of the one who rings. */
function toParts(way: Way | undefined): string[] {
  if (way === undefined || way.requestId === "") return [];
  return way.span === undefined ? [way.requestId] : [way.requestId, toSpanText(way.span)];
}

/** What another wrote is believed no further than its shape: it goes into logs and statements. */
function toWay(requestIds: string, span: string): Way | undefined {
  const requestId = readRequestId(requestIds.split(",")[0]);
  if (requestId === undefined) return undefined;
  const [, traceId, spanId, flags] = spanShape.exec(span) ?? [];
  if (traceId === undefined || spanId === undefined) return { requestId };
  return { requestId, span: { traceId, spanId, traceFlags: Number(flags), isRemote: true } };
}

function toSpanText(span: object): string {
  return ["traceId", "spanId", "traceFlags"].map((name) => String(Reflect.get(span, name))).join("-");
}
