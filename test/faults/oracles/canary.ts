import { randomBytes } from "node:crypto";

const pattern = /cny[0-9a-f]{16}/g;

/** A word that occurs once in the world: wherever it turns up, it came from the text it was written into. */
export function newCanary(): string {
  return `cny${randomBytes(8).toString("hex")}`;
}

/** The canaries in a text. */
export function canariesIn(text: string): string[] {
  return text.match(pattern) ?? [];
}

/** Who received which canary: over every frame of every socket, and every HTTP body. */
export class Canaries {
  readonly #heard = new Map<string, Map<string, string>>();
  readonly #written = new Map<string, string>();
  #frames = 0;

  /** How many frames and bodies were looked through. */
  get frames(): number {
    return this.#frames;
  }

  /** Takes note of who writes a text, before it is sent. */
  write(principalId: string, text: string): void {
    for (const canary of canariesIn(text)) this.#written.set(canary, principalId);
  }

  /** Looks through what a principal received, as it came over the wire; `where` is the fact or the address. */
  receive(principalId: string, wire: string, where: string): void {
    this.#frames += 1;
    const found = canariesIn(wire);
    if (found.length === 0) return;
    const heard = this.#heard.get(principalId) ?? new Map<string, string>();
    for (const canary of found) if (!heard.has(canary)) heard.set(canary, where);
    this.#heard.set(principalId, heard);
  }

  /** Who received which canary where, for all that came to somebody who did not write it. */
  *received(): Iterable<{ readonly principalId: string; readonly canary: string; readonly where: string }> {
    for (const [principalId, heard] of this.#heard) {
      for (const [canary, where] of heard)
        if (this.#written.get(canary) !== principalId) yield { principalId, canary, where };
    }
  }
}
