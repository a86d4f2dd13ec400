import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The key with which the desk signs what it hands out (sessions themselves are random tokens and need none):
 * `SESSION_SECRET` where given, otherwise one made at the first start and kept in `dataDir`, readable by the owner only.
 * Throws when the folder cannot be written.
 */
export function sessionSecret(options: {
  readonly given: string | undefined;
  readonly dataDir: string;
}): string {
  if (options.given !== undefined) return options.given;
  mkdirSync(options.dataDir, { recursive: true });
  const file = join(options.dataDir, "session-secret");
  if (!existsSync(file)) makeSecret(file);
  return readFileSync(file, "utf8").trim();
}

/** A link is made whole or not at all: of two processes that start at once the second finds the file of the first. */
function makeSecret(file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
