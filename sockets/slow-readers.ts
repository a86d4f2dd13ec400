/** How much may wait for a client that does not read, before its socket is closed (reliability F17). */
const maxBufferedBytes = 1024 * 1024;

export interface Reader {
  readonly conn: object;
  readonly data: { readonly principal: { readonly accountId: string } };
  disconnect(close: true): unknown;
}

/** Closes the sockets of those who do not read. */
export function dropSlowReaders(
  readers: Iterable<Reader>,
  log: { warn(fields: object, text: string): void },
): void {
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
  const packets: unknown[] = Array.isArray(waiting) ? waiting : [];
  const queued = packets.reduce<number>((bytes, packet) => bytes + sizeOf(part(packet, "data")), 0);
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
