import { PACKET_TYPES, type Packet } from "engine.io-parser/build/esm/commons.js";

type Told = (encoded: string) => void;

/** The chat sends text only; files go over HTTP. */
export function encodePacket({ type, data = "" }: Packet, _supportsBinary: boolean, callback: Told): void {
  callback(`${PACKET_TYPES[type]}${data}`);
}

/** Needed by streams only, which the chat does not use. */
export function encodePacketToBinary(): never {
  throw new Error("The chat sends text only.");
}
