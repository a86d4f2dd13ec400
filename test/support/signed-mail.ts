import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import type { ResolveDns } from "../../config/index.js";

/** The keys of a few mail domains, as their DNS tells them. */
export interface MailDomains {
  readonly resolveDns: ResolveDns;
  /** How often the DNS was asked. */
  readonly asked: string[];
  /** Puts a record there, such as the rule at `_dmarc.example.com`. */
  put(name: string, text: string): void;
  /** The DNS does not answer. */
  goAway(): void;
  comeBack(): void;
  /** The mail with a signature of this domain before it. */
  sign(raw: string, of: Signing): Promise<string>;
}

export interface Signing {
  readonly domain: string;
  readonly algorithm?: "rsa-sha256" | "rsa-sha1" | "ed25519-sha256";
  readonly headers?: readonly string[];
  /** The signature leaves open what comes behind. */
  readonly bodyChars?: number;
  readonly expires?: Date;
  readonly bits?: number;
  /** The domain tells no key. */
  readonly isKept?: false;
}

export function openMailDomains(): MailDomains {
  const records = new Map<string, string>();
  const asked: string[] = [];
  let isAway = false;

  return {
    asked,
    put: (name, text) => void records.set(name, text),
    goAway: () => {
      isAway = true;
    },
    comeBack: () => {
      isAway = false;
    },
    resolveDns: async (name, type) => {
      asked.push(`${type} ${name}`);
      if (isAway) throw Object.assign(new Error("timeout"), { code: "ETIMEOUT" });
      const text = type === "TXT" ? records.get(name) : undefined;
      if (text === undefined) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      return [text.match(/.{1,200}/g) ?? []];
    },
    sign: async (raw, { domain, algorithm = "rsa-sha256", ...of }) => {
      const selector = `s${records.size}`;
      const isRsa = algorithm.startsWith("rsa");
      const { publicKey, privateKey } = isRsa
        ? generateKeyPairSync("rsa", { modulusLength: of.bits ?? 2048 })
        : generateKeyPairSync("ed25519");
      if (of.isKept !== false) records.set(`${selector}._domainkey.${domain}`, recordOf(publicKey, isRsa));
      const { signatures, errors } = await dkimSign(raw, {
        canonicalization: "relaxed/relaxed",
        ...(of.expires === undefined ? {} : { expires: of.expires }),
        ...(of.headers === undefined ? {} : { headerList: of.headers.join(":") }),
        signatureData: [
          {
            signingDomain: domain,
            selector,
            privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
            algorithm,
            ...(of.bodyChars === undefined ? {} : { maxBodyLength: of.bodyChars }),
          },
        ],
      } as unknown as Parameters<typeof dkimSign>[1]);
      if (errors !== undefined && errors.length > 0) throw errors[0];
      return `${signatures}${raw}`;
    },
  };
}

function recordOf(key: KeyObject, isRsa: boolean): string {
  const bytes = key.export({ type: "spki", format: "der" });
  // Ed25519 stands there bare, behind the twelve bytes that say what it is (RFC 8463).
  const shown = isRsa ? bytes : bytes.subarray(12);
  return `v=DKIM1; k=${isRsa ? "rsa" : "ed25519"}; p=${shown.toString("base64")}`;
}
