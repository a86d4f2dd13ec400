import { v7 } from "uuid";

/** A UUIDv7: 128 bits, sorts by the time it was made, 74 of them from the system's secure generator. */
export function newId(): string {
  return v7();
}
