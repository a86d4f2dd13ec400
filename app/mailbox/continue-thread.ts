import type { MailFile } from "../../config/index.js";
import { AppError, type Message, type TicketState } from "../../contract/index.js";
import { isStaff } from "../../contract/index.js";
import type { AppendResult } from "../../conversation/index.js";
import { unprovenPrefix } from "../exchange/index.js";
import type { Row } from "../../store/index.js";
import type { Ending } from "./arrival-rows.js";
import type { ThreadRow } from "./find-thread.js";
import { fileOnTicket, fitWords, keepFiles, openFileTalk, withRefused } from "./keep-files.js";
import type { MailParts, PersonalMail } from "./mail-parts.js";
import { receiptWords } from "./words.js";

/** What somebody wrote themselves, and what they attached. */
export interface Written extends PersonalMail {
  readonly text: string;
  readonly files: readonly MailFile[];
}

/** An answer may meet a talk that is just moving on. */
const tries = 3;
/** States that an answer of the requester ends. */
const waitingStates: readonly TicketState[] = ["resolved", "pending-customer"];
const overStates: readonly TicketState[] = ["closed", "canceled"];

/** A new ticket is needed: what was answered is over. `previousTicket` names the one that was meant. */
export interface StartAnew {
  readonly anew: true;
  readonly previousTicket?: string | undefined;
}

/** Goes on with the talk or the ticket that an answer belongs to. Running it twice writes nothing twice. */
export async function continueThread(
  parts: MailParts,
  thread: ThreadRow,
  written: Written,
): Promise<Ending | StartAnew> {
  if (thread.kind === "ticket") return commentOn(parts, thread.object_id, written);
  for (let left = tries; left > 0; left -= 1) {
    const talk = await parts.conversations.byId(thread.object_id);
    if (talk === undefined) return { anew: true };
    const stored = await sayIn(parts, talk, written);
    if (stored !== undefined) return endingOf(parts, stored, written);
    const next = await parts.conversations.byId(thread.object_id);
    if (next?.epoch !== talk.epoch) continue;
    return talk.ticket_id === null ? { anew: true } : commentOn(parts, talk.ticket_id, written);
  }
  throw new AppError("server/busy", "The desk cannot do this just now. Please try again in a moment.");
}

/** The message it became; nothing where this person cannot write there now. */
async function sayIn(
  parts: MailParts,
  talk: Row<"conversation">,
  { arrivalId, person, locale, text, files, isUnproven }: Written,
): Promise<Message | undefined> {
  const isRequester = talk.requester_id === person.accountId;
  const isOwner = talk.owner_kind === "agent" && talk.owner_id === person.accountId;
  if (talk.owner_kind === "none" || !(isRequester || isOwner)) return undefined;
  // As in the chat: switched off, only talks that are with a person go on.
  if (isRequester && talk.owner_kind === "assistant" && parts.mode() === "off") return undefined;
  const { text: fitting, more } = fitWords(text, locale);
  const kept = await keepFiles(parts.files, person, {
    arrivalId,
    conversationId: talk.id,
    files: [...files, ...more],
  });
  const draft = {
    conversationId: talk.id,
    clientMessageId: `mail:${arrivalId}`,
    sender: {
      kind: isRequester ? ("requester" as const) : ("agent" as const),
      id: person.accountId,
      name: person.name,
    },
    text: withRefused(fitting, kept.refused, locale),
    via: "mail" as const,
    ...(isUnproven ? { isUnproven: true as const } : {}),
    ...(isRequester ? {} : { epoch: talk.epoch }),
  };
  const fileIds = kept.files.map(({ fileId }) => fileId);
  const result =
    fileIds.length === 0
      ? await parts.conversations.append(draft)
      : await parts.conversations.appendWithFiles(draft, fileIds);
  return messageOf(result);
}

function messageOf(result: AppendResult): Message | undefined {
  return result.status === "stored" || result.status === "repeat" ? result.message : undefined;
}

async function endingOf(parts: MailParts, message: Message, { person }: Written): Promise<Ending> {
  const { conversationId, seq, sender } = message;
  await parts.absences.answeredByMail(conversationId, person.accountId);
  const talk = await parts.conversations.byId(conversationId);
  const isAsked = sender.kind === "requester" && talk?.owner_kind === "assistant";
  return {
    state: isAsked ? "asked" : "done",
    accountId: person.accountId,
    conversationId,
    askedSeq: isAsked ? seq : undefined,
  };
}

/** A message on the ticket, for the other side too by mail; the requester's answer brings a settled one back. */
async function commentOn(parts: MailParts, ticketId: string, written: Written): Promise<Ending | StartAnew> {
  const { arrivalId, person, locale, isUnproven } = written;
  const ticket = await parts.tickets.byId(ticketId, locale);
  if (ticket === undefined) return { anew: true };
  const isRequester = ticket.requester.id === person.accountId;
  // Whoever lost their part in it since the e-mail went out begins anew, like anybody else.
  if (!isRequester && !isStaff(person)) return { anew: true };
  if (isRequester && overStates.includes(ticket.state)) return { anew: true, previousTicket: ticket.number };
  const { text: fitting, more } = fitWords(written.text, locale);
  const files = [...written.files, ...more];
  const conversationId = arrivalId;
  let refused: readonly string[] = [];
  if (files.length > 0) {
    const talk = { id: conversationId, requesterId: ticket.requester.id, senderId: person.accountId };
    await openFileTalk(parts.store.db, { ...talk, locale, at: parts.now() });
    const kept = await keepFiles(parts.files, person, { arrivalId, conversationId, files });
    refused = kept.refused;
    await fileOnTicket(parts, kept.files, { conversationId, ticketId, name: person.name });
  }
  const text = parts.mask(withRefused(fitting, refused, locale)) || receiptWords[locale].onlyFiles;
  await parts.exchange.write(person, ticket.number, {
    text,
    sendEmail: true,
    requestId: `${isUnproven ? unprovenPrefix : "mail:"}${arrivalId}`,
  });
  if (isRequester && waitingStates.includes(ticket.state)) await bringBack(parts, ticketId, written);
  return { state: "done", accountId: person.accountId };
}

async function bringBack(
  { store, tickets, now, ticketChanged }: MailParts,
  ticketId: string,
  { person }: Written,
) {
  const actor = { kind: "requester", id: person.accountId, name: person.name };
  await store.db
    .transaction()
    .execute((trx) => tickets.setStateIn(trx, { ticketId, actor, at: now(), state: "in-progress" }));
  ticketChanged(ticketId);
}
