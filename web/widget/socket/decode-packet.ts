import { ERROR_PACKET, PACKET_TYPES_REVERSE, type Packet } from "engine.io-parser/build/esm/commons.js";

/** The desk sends text only; anything else is a fault of the line. */
export function decodePacket(encoded: unknown): Packet {
  if (typeof encoded !== "string") return ERROR_PACKET;
  const type = PACKET_TYPES_REVERSE[encoded.charAt(0)];
  if (!type) return ERROR_PACKET;
  return encoded.length > 1 ? { type, data: encoded.slice(1) } : { type };
}
