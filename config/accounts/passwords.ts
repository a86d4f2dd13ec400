import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB and two passes, OWASP's present minimum; about 30 ms. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

export interface PasswordCheck {
  /** False for a wrong password and for `null`, after the same work (reliability S32). */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

export function createPasswordCheck(): PasswordCheck {
  let decoy: Promise<string> | undefined;
  return {
    matches: async (passwordHash, password) => {
      // Asked for in every case, or the first unknown name after a start would take longer than a known one.
      decoy ??= hashPassword(randomBytes(32).toString("base64"));
      const decoyHash = await decoy;
      const isRight = await verify(passwordHash ?? decoyHash, password.normalize("NFKC"));
      return isRight && passwordHash !== null;
    },
  };
}
