import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** Keeps secrets in the database so that the database alone does not give them away. */
export interface Seal {
  /** `use` names the place: what is sealed for one place opens in no other. Without a key the text stays as it is. */
  seal(text: string, use: string): string;
  /** The text that was sealed, under any of the keys; what never was sealed is given back. Throws `SealError`. */
  open(stored: string, use: string): string;
  /** Whether this is sealed with the present key; false is what should be sealed anew. */
  isPresent(stored: string): boolean;
}

/** The key with which something was sealed is not among those the desk has, or it was changed since. */
export class SealError extends Error {
  override readonly name = "SealError";
}

const mark = "sealed.v1";
const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * AES-256-GCM under keys derived (HKDF-SHA-256) from these texts: the first one seals, all of them open, so that a key
 * can be changed while the desk runs. Without any, nothing is sealed.
 */
export function createSeal(texts: readonly string[]): Seal {
  const keys = texts.map(toKey);
  const [present] = keys;
  return {
    seal: (text, use) => (present === undefined ? text : encrypt(present, text, use)),
    open: (stored, use) => {
      if (!stored.startsWith(`${mark}.`)) return stored;
      const [, , id, content = ""] = stored.split(".");
      const key = keys.find((one) => one.id === id);
      if (key === undefined) {
        throw new SealError("A secret was sealed with a key that is not in SECRETS_KEYS or SESSION_SECRET.");
      }
      return decrypt(key, Buffer.from(content, "base64url"), use);
    },
    isPresent: (stored) => present === undefined || stored.startsWith(`${mark}.${present.id}.`),
  };
}

function toKey(text: string): Key {
  const bytes = Buffer.from(hkdfSync("sha256", text, "deskhand", "secrets in the database", 32));
  return { bytes, id: createHash("sha256").update(bytes).digest("hex").slice(0, 8) };
}

function encrypt({ id, bytes }: Key, text: string, use: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, bytes, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(use));
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [mark, id, Buffer.concat([iv, cipher.getAuthTag(), content]).toString("base64url")].join(".");
}

function decrypt({ bytes }: Key, sealed: Buffer, use: string): string {
  try {
    const decipher = createDecipheriv(algorithm, bytes, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(use));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    const content = decipher.update(sealed.subarray(ivBytes + tagBytes));
    return Buffer.concat([content, decipher.final()]).toString("utf8");
  } catch {
    throw new SealError(
      "A sealed secret was changed, or stands in another place than the one it was sealed for.",
    );
  }
}
