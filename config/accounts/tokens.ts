import { createHash, randomBytes } from "node:crypto";

/** 256 bits from the system's secure generator (reliability S42 asks for 128). */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the store keeps in place of a token; a copy of the database opens no session. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
