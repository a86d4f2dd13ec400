import { Resolver } from "node:dns/promises";
import { z } from "zod";
import type { ParsedMail } from "./parse-mail.js";
import { provesSender } from "./read-results.js";

/** Asks the DNS for records of a name. Throws with the code of `node:dns` where there are none. */
export type ResolveDns = (name: string, type: string) => Promise<string[][] | string[]>;

/** Whether the address in `From` is the sender's; `unknown` while the DNS cannot be asked. */
export type SenderProof = "proven" | "unproven" | "unknown";

export interface ProofOptions {
  /** The mail server whose word counts in place of a check of our own. */
  readonly server: string | undefined;
  readonly resolveDns?: ResolveDns | undefined;
  readonly now: () => number;
}

const dnsTimeoutMs = 4000;
const dnsTries = 2;
const keyBitsMin = 1024;
/** Lists sign anew what they pass on; nobody signs oftener, and every signature costs a question. */
const signaturesMost = 10;

/** Takes many megabytes, and most desks never ask it. */
async function loadMailauth() {
  const [{ dkimVerify }, { dmarc }] = await Promise.all([
    import("mailauth/lib/dkim/verify.js"),
    import("mailauth/lib/dmarc/index.js"),
  ]);
  return { dkimVerify, dmarc };
}

/**
 * Checks the signatures of a mail as DMARC has it: one must hold, cover `From` and every byte of the body, and be of the
 * sender's own domain. Or takes the word of the mail server that is named. From which machine a mail came is not known
 * here any more, so that SPF counts only in a server's word.
 */
export async function proveSender(
  raw: Buffer,
  mail: Pick<ParsedMail, "sender" | "results">,
  options: ProofOptions,
): Promise<SenderProof> {
  const { server, now } = options;
  if (server !== undefined) return provesSender(mail.results, server, mail.sender) ? "proven" : "unproven";
  if (countSignatures(raw) > signaturesMost) return "unproven";
  const resolver = options.resolveDns ?? ownResolver();
  const { dkimVerify, dmarc } = await loadMailauth();
  const checked = await dkimVerify(raw, { resolver, minBitLength: keyBitsMin, curTime: new Date(now()) });
  // One that names several senders proves none of them.
  const [from, ...others] = checked.headerFrom.map((address) => address.toLowerCase());
  if (from === undefined || others.length > 0 || from !== mail.sender) return "unproven";
  const signatures = checked.results.flatMap((one) => signatureSchema.safeParse(one).data ?? []);
  const whole = signatures.filter(isWhole);
  const domains = whole.map(({ signingDomain }) => signingDomain.toLowerCase());
  if (domains.length === 0) return signatures.some(isUnasked) ? "unknown" : "unproven";
  const judged = await dmarc({
    headerFrom: from,
    spfDomains: [],
    dkimDomains: domains.map(toDomain),
    resolver,
  });
  if (judged === false) return "unproven";
  const { status, alignment } = judged;
  if (status.result === "temperror") return "unknown";
  if (alignment?.dkim?.strict === true) return domains.includes(domainOf(from)) ? "proven" : "unproven";
  // Without a rule of the domain the usual one holds: a signature of the same organization.
  const isAligned = whole.some((one) => typeof one.status.aligned === "string");
  return status.result === "pass" || (status.result === "none" && isAligned) ? "proven" : "unproven";
}

/** What the library tells of a signature beyond its types. */
const signatureSchema = z.object({
  signingDomain: z.string(),
  algo: z.string(),
  status: z.object({ result: z.string(), aligned: z.union([z.string(), z.literal(false)]).optional() }),
  signingHeaders: z.object({ keys: z.string() }),
  canonBodyLength: z.number(),
  canonBodyLengthTotal: z.number(),
});
type Signature = z.infer<typeof signatureSchema>;

/** Holds, and leaves nothing open: neither the sender, nor room below the signed part, nor a broken digest. */
function isWhole({ status, signingHeaders, algo, ...one }: Signature): boolean {
  if (status.result !== "pass" || algo.toLowerCase() === "rsa-sha1") return false;
  const names = signingHeaders.keys.toLowerCase().split(":");
  return names.some((name) => name.trim() === "from") && one.canonBodyLength === one.canonBodyLengthTotal;
}

/** Its key could not be asked for. */
function isUnasked({ status }: Signature): boolean {
  return status.result === "temperror";
}

function toDomain(domain: string) {
  return { domain };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

function countSignatures(raw: Buffer): number {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.subarray(0, end === -1 ? raw.length : end).toString("latin1");
  return head.match(/^dkim-signature:/gim)?.length ?? 0;
}

function ownResolver(): ResolveDns {
  const resolver = new Resolver({ timeout: dnsTimeoutMs, tries: dnsTries });
  return async (name, type) => (await resolver.resolve(name, type)) as string[][] | string[];
}
