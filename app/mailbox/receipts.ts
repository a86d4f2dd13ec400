import type { Mailer } from "../../config/index.js";
import type { Locale } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { receiptWords, type ReceiptWords } from "./words.js";

/** What is told to somebody who wrote; for a thread of theirs where there is one. */
export interface Receipt {
  readonly address: string;
  readonly locale: Locale;
  /** The subject they wrote. */
  readonly subject: string;
  readonly say: (words: ReceiptWords) => string;
  readonly accountId?: string | undefined;
  readonly ticketId?: string | undefined;
}

const hourMs = 3_600_000;
/** Two programs that answer each other end here at the latest. */
const receiptsPerHour = 10;
/** Nothing was taken: once a day is enough to know it. */
const refusalsEveryMs = 24 * hourMs;

/** Writes it inside the caller's transaction, unless this address has been told enough. */
export async function writeReceiptIn(
  trx: Db,
  mailer: Pick<Mailer, "writeWordsIn">,
  receipt: Receipt,
  at: number,
): Promise<void> {
  const { address, locale, subject, say, accountId, ticketId } = receipt;
  const isRefusal = ticketId === undefined;
  const since = at - (isRefusal ? refusalsEveryMs : hourMs);
  const { count } = await trx
    .selectFrom("mail")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("kind", "=", "receipt")
    .where("address", "=", address)
    .where("created_at", ">", since)
    .executeTakeFirstOrThrow();
  if (Number(count) >= (isRefusal ? 1 : receiptsPerHour)) return;
  await mailer.writeWordsIn(trx, {
    kind: "receipt",
    accountId,
    ...(ticketId === undefined ? {} : { about: { kind: "ticket", objectId: ticketId } }),
    address,
    locale,
    subject: answering(subject),
    text: say(receiptWords[locale]),
  });
}

/** `Re: ` once, whatever their mail program has put there before. */
export function answering(subject: string): string {
  return `Re: ${withoutToken(subject).replace(/^(?:(?:re|aw|rv|res|fwd?|enc)\s*:\s*)+/i, "")}`;
}

/** What stands in a subject for the desk alone is nothing to be read. */
export function withoutToken(subject: string): string {
  return subject.replace(/\s*\[#[0-9a-f]{32}\]/gi, "").trim();
}
