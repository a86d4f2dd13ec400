/** How much may wait for a client that does not read, before its socket is closed (reliability F17). */
const maxBufferedBytes = 1024 * 1024;

export interface Reader {
  readonly conn: object;
  readonly data: { readonly principal: { readonly accountId: string } };
  disconnect(close: true): unknown;
}

/** Packets between two looks at what waits for one client: between two looks at all of them much can be told. */
const lookEveryPackets = 8;

/** Looks while packets are made for a client, so that a flood is noticed at once and not a second later. */
export function watchWhileTelling(
  reader: Reader & { readonly conn: { on(name: "packetCreate", hear: () => void): unknown } },
  log: SlowLog,
): void {
  let isDropped = false;
  reader.conn.on("packetCreate", () => {
    const waiting: unknown = Reflect.get(reader.conn, "writeBuffer");
    const count = Array.isArray(waiting) ? waiting.length : 0;
    if (isDropped || count === 0 || count % lookEveryPackets !== 0 || !isTooSlow(reader.conn)) return;
    // Not in the middle of telling others; and closing makes packets of its own.
    isDropped = true;
    setImmediate(() => dropSlowReaders([reader], log));
  });
}

interface SlowLog {
  warn(fields: object, text: string): void;
}

/** Closes the sockets of those who do not read; they read what they missed when they come back. */
export function dropSlowReaders(readers: Iterable<Reader>, log: SlowLog): void {
  for (const reader of readers) {
    if (!isTooSlow(reader.conn)) continue;
    const { accountId } = reader.data.principal;
    log.warn({ accountId }, "A client does not read; its socket is closed.");
    cutOff(reader.conn);
    reader.disconnect(true);
  }
}

/**
 * Whether more waits to be sent on this Engine.IO connection than a client that reads would leave: packets not yet given
 * to the transport (which its types keep private), and what the WebSocket itself holds.
 */
export function isTooSlow(connection: object): boolean {
  const waiting: unknown = Reflect.get(connection, "writeBuffer");
  let queued = 0;
  if (Array.isArray(waiting)) for (const packet of waiting) queued += sizeOf(part(packet, "data"));
  const held = part(part(part(connection, "transport"), "socket"), "bufferedAmount");
  return queued + (typeof held === "number" ? held : 0) > maxBufferedBytes;
}

/** Ends the connection without waiting until the client has read what waits for it. */
export function cutOff(connection: object): void {
  const socket = part(part(connection, "transport"), "socket");
  const terminate = part(socket, "terminate");
  if (typeof terminate === "function") Reflect.apply(terminate, socket, []);
}

function part(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}

function sizeOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
