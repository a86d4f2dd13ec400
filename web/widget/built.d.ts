/** Where the build has put the texts of each language, from the root of the desk. */
declare module "virtual:widget-texts" {
  export const addresses: Readonly<Record<import("../../contract/locale.js").Locale, string>>;
}

/** Parts that the package keeps to itself; the build finds them (web/slim-socket.ts). */
declare module "engine.io-client/build/esm/transports/websocket.js" {
  export { WebSocket as WS } from "engine.io-client";
}

declare module "engine.io-client/build/esm/transports/polling.js" {
  import type { Transport } from "engine.io-client";
  export abstract class Polling extends Transport {
    get name(): string;
    doOpen(): void;
    doClose(): void;
    write(packets: Parameters<Transport["send"]>[0]): void;
    uri(): string;
    abstract doPoll(): void;
    abstract doWrite(data: string, callback: () => void): void;
  }
}

declare module "engine.io-parser/build/esm/commons.js" {
  import type { Packet } from "engine.io-parser";

  export type { Packet };
  export const PACKET_TYPES: Readonly<Record<Packet["type"], string>>;
  export const PACKET_TYPES_REVERSE: Readonly<Partial<Record<string, Packet["type"]>>>;
  export const ERROR_PACKET: Packet;
}
