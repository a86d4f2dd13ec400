import {
  automaticReason,
  cutReply,
  markReturned,
  mayAnswer,
  type ParsedMail,
  parseMail,
  readSender,
} from "../../config/index.js";
import { AppError, type ArrivalReason, testMailSchema } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { type ArrivalRow, countFrom, type Ending, endArrivalIn, noteHead } from "./arrival-rows.js";
import { continueThread, type StartAnew, type Written } from "./continue-thread.js";
import { admitSender, canLogIn, findSender, languageFor } from "./find-sender.js";
import { findThread, ourIdsIn, type ThreadRow } from "./find-thread.js";
import type { MailParts } from "./mail-parts.js";
import { askByMail, openTicketByMail } from "./open-by-mail.js";
import { proofOf } from "./proof-of.js";
import { type Receipt, withoutToken, writeReceiptIn } from "./receipts.js";

/** A person writes less; a program that has gone wrong writes more. */
const mailsPerHour = 60;
const hourMs = 3_600_000;

interface Letter extends ParsedMail {
  readonly isUnproven: boolean;
}

interface Taken {
  readonly ending: Ending;
  readonly receipt?: Receipt | undefined;
}

/**
 * Makes of a mail what it is: the next message of a talk, a message on a ticket, a new ticket, or nothing. Interrupted
 * anywhere and run again, also by another node, it comes to the same once. What fails for a reason of the desk's own
 * throws, and is to be tried again.
 */
export async function takeArrival(parts: MailParts, arrival: ArrivalRow, raw: Buffer): Promise<void> {
  const mail = await parseMail(raw).catch(() => undefined);
  const taken = mail === undefined ? asideFor("unreadable") : await take(parts, arrival, mail, raw);
  const answerable = mail !== undefined && mayAnswer(mail);
  await parts.store.db.transaction().execute(async (trx) => {
    const ending = { ...taken.ending, at: parts.now() };
    if (!(await endArrivalIn(trx, { id: arrival.id, from: "waiting" }, ending))) return;
    const { thread } = taken.ending;
    if (thread !== undefined && mail?.messageId !== undefined) await noteLast(trx, thread, mail.messageId);
    if (taken.receipt !== undefined && answerable)
      await writeReceiptIn(trx, parts.mailer, taken.receipt, parts.now());
  });
}

async function take(parts: MailParts, arrival: ArrivalRow, mail: ParsedMail, raw: Buffer): Promise<Taken> {
  const { db } = parts.store;
  await noteHead(db, arrival.id, mail);
  const desk = readSender(parts.settings.from ?? parts.settings.replies?.address ?? "");
  if (isOurs(parts, mail)) return ignoredFor("own");
  const automatic = arrival.is_forced === 1 ? undefined : automaticReason(mail);
  if (automatic === "returned") await noteReturned(db, raw, desk.host);
  if (automatic !== undefined) return ignoredFor(automatic);
  if (!testMailSchema.shape.to.safeParse(mail.sender).success) return asideFor("no-sender");
  if (arrival.is_forced === 0 && (await countFrom(db, mail.sender, parts.now() - hourMs)) > mailsPerHour)
    return asideFor("too-many");
  const isUnproven = (await proofOf(parts, arrival, { mail, raw })) === "unproven";
  // Nobody is told: whoever's name it bears has perhaps not written it. An admin may want it all the same.
  if (isUnproven && parts.settings.proof.does === "refuse" && arrival.is_forced === 0)
    return asideFor("unproven");
  try {
    const thread = await findThread(db, mail);
    const letter = { ...mail, isUnproven };
    return thread === undefined
      ? await takeNew(parts, arrival, letter)
      : await takeAnswer(parts, arrival, letter, thread);
  } catch (error) {
    if (!(error instanceof AppError) || error.code.startsWith("server/")) throw error;
    return asideFor("refused", error.message);
  }
}

async function takeAnswer(
  parts: MailParts,
  arrival: ArrivalRow,
  mail: Letter,
  thread: ThreadRow,
): Promise<Taken> {
  const person = await parts.personOf(thread.account_id);
  if (person === undefined) return takeNew(parts, arrival, mail);
  const text = cutReply(mail.text);
  if (text === "" && mail.files.length === 0) return ignoredFor("empty");
  const locale = await languageFor(parts, text, person.accountId);
  const { files, isUnproven } = mail;
  const written = { arrivalId: arrival.id, person, locale, text, files, isUnproven };
  const went = await continueThread(parts, thread, written);
  if ("anew" in went) return openTicket(parts, mail, written, went);
  return { ending: { ...went, thread: thread.token } };
}

async function takeNew(parts: MailParts, arrival: ArrivalRow, mail: Letter): Promise<Taken> {
  const { newMail, admitsStrangers } = parts.settings;
  if (mail.text === "" && mail.files.length === 0 && mail.subject === "") return ignoredFor("empty");
  const found = await findSender(parts, mail.sender);
  const isRefused = found.status === "gone" || (found.status === "unknown" && !admitsStrangers);
  if (newMail === "off" || isRefused) {
    const locale = await languageFor(parts, `${mail.subject}\n${mail.text}`);
    const { sender: address, subject } = mail;
    const reason = isRefused ? ("stranger" as const) : ("new-mail-off" as const);
    const say: Receipt["say"] = (words) => (isRefused ? words.stranger : words.newMailOff);
    return { ...ignoredFor(reason), receipt: { address, locale, subject, say } };
  }
  const person =
    found.status === "known"
      ? found.person
      : await admitSender(parts, { address: mail.sender, name: mail.senderName });
  const locale = await languageFor(parts, `${mail.subject}\n${mail.text}`, person.accountId);
  const { text, files, isUnproven } = mail;
  const written = { arrivalId: arrival.id, person, locale, text, files, isUnproven };
  if (newMail === "assistant" && parts.mode() !== "off") {
    return { ending: await askByMail(parts, written, mail.subject) };
  }
  return openTicket(parts, mail, written, { anew: true });
}

async function openTicket(
  parts: MailParts,
  mail: ParsedMail,
  written: Written,
  anew: StartAnew,
): Promise<Taken> {
  const { accountId } = written.person;
  const { ticketId, number } = await openTicketByMail(parts, written, {
    subject: withoutToken(mail.subject),
    previousTicket: anew.previousTicket,
  });
  const link = (await canLogIn(parts.store.db, accountId))
    ? `${parts.baseUrl()}/tickets/${number}`
    : undefined;
  return {
    ending: { state: "done", accountId },
    receipt: {
      address: mail.sender,
      locale: written.locale,
      subject: mail.subject,
      accountId,
      ticketId,
      say: (words) => words.received(number, link),
    },
  };
}

/** What the desk itself has sent, come back by some way: the beginning of every loop. */
function isOurs({ settings }: MailParts, { sender }: ParsedMail): boolean {
  const own = [
    settings.from === undefined ? "" : readSender(settings.from).address,
    settings.replies?.address ?? "",
  ];
  return sender !== "" && own.includes(sender.replace(/\+[^@]*@/, "@"));
}

async function noteReturned(db: Db, raw: Buffer, host: string): Promise<void> {
  // The returned mail stands at the end, whole or its headers alone.
  const ids = ourIdsIn(raw.subarray(0, 512 * 1024).toString("latin1"), host);
  await markReturned(db, ids.slice(0, 20), {
    reason: "It came back: the address does not exist or takes nothing.",
  });
}

async function noteLast(trx: Db, token: string, messageId: string): Promise<void> {
  await trx
    .updateTable("mail_thread")
    .set({ last_message_id: messageId })
    .where("token", "=", token)
    .execute();
}

function ignoredFor(reason: ArrivalReason): Taken {
  return { ending: { state: "ignored", reason } };
}

function asideFor(reason: ArrivalReason, detail?: string): Taken {
  return { ending: { state: "aside", reason, detail } };
}
