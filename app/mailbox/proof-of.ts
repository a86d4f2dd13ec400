import { type ParsedMail, proveSender } from "../../config/index.js";
import { type ArrivalRow, noteProof } from "./arrival-rows.js";
import type { MailParts } from "./mail-parts.js";

/**
 * Whether a mail is its sender's, where that is asked. It is looked up once; what cannot be looked up now is tried again,
 * or counts as not proven where nothing is refused.
 */
export async function proofOf(
  { store, settings, resolveDns, now }: MailParts,
  arrival: ArrivalRow,
  { mail, raw }: { readonly mail: ParsedMail; readonly raw: Buffer },
): Promise<"proven" | "unproven" | undefined> {
  const { does, server } = settings.proof;
  if (does === "off") return undefined;
  if (arrival.proof === "proven" || arrival.proof === "unproven") return arrival.proof;
  const found = await proveSender(raw, mail, { server, resolveDns, now });
  if (found === "unknown" && does === "refuse" && arrival.is_forced === 0)
    throw new Error("The DNS cannot be asked whether the sender is who they say.");
  const proof = found === "proven" ? "proven" : "unproven";
  await noteProof(store.db, arrival.id, proof);
  return proof;
}
