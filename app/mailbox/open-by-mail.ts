import { AppError } from "../../contract/index.js";
import type { Ending } from "./arrival-rows.js";
import type { Written } from "./continue-thread.js";
import { fileOnTicket, fitWords, keepFiles, openFileTalk, withRefused } from "./keep-files.js";
import type { MailParts } from "./mail-parts.js";
import { receiptWords } from "./words.js";

const tries = 3;

export interface OpenedByMail {
  readonly ticketId: string;
  readonly number: string;
}

/** A ticket of the activity for direct wishes, with the mail as its description and its files. A repeat finds the first. */
export async function openTicketByMail(
  parts: MailParts,
  written: Written,
  about: { readonly subject: string; readonly previousTicket?: string | undefined },
): Promise<OpenedByMail> {
  const { arrivalId, person, locale } = written;
  const note = written.isUnproven ? receiptWords[locale].unproven : "";
  const words = [note, about.subject, written.text].filter((part) => part !== "").join("\n\n");
  const { text, more } = fitWords(words, locale);
  const files = [...written.files, ...more];
  const conversationId = arrivalId;
  let kept: Awaited<ReturnType<typeof keepFiles>> = { files: [], refused: [] };
  if (files.length > 0) {
    const talk = { id: conversationId, requesterId: person.accountId, senderId: person.accountId };
    await openFileTalk(parts.store.db, { ...talk, locale, at: parts.now() });
    kept = await keepFiles(parts.files, person, { arrivalId, conversationId, files });
  }
  const description = parts.mask(withRefused(text, kept.refused, locale)) || receiptWords[locale].onlyFiles;
  const opened = await parts.store.db.transaction().execute((trx) =>
    parts.tickets.openIn(trx, {
      person,
      direct: true,
      description,
      previousTicket: about.previousTicket,
      causeId: `mail:${arrivalId}`,
      locale,
    }),
  );
  await fileOnTicket(parts, kept.files, { conversationId, ticketId: opened.id, name: person.name });
  parts.ticketChanged(opened.id);
  return { ticketId: opened.id, number: opened.number };
}

/** Words for the assistant, in the talk this person has with it by mail. */
export async function askByMail(parts: MailParts, written: Written, subject: string): Promise<Ending> {
  const { arrivalId, person, locale, isUnproven } = written;
  const { text: fitting, more } = fitWords(
    [subject, written.text].filter((part) => part !== "").join("\n"),
    locale,
  );
  for (let left = tries; left > 0; left -= 1) {
    const talk = await parts.conversations.open({ requesterId: person.accountId, channel: "mail", locale });
    const kept = await keepFiles(parts.files, person, {
      arrivalId,
      conversationId: talk.id,
      files: [...written.files, ...more],
    });
    const draft = {
      conversationId: talk.id,
      clientMessageId: `mail:${arrivalId}`,
      sender: { kind: "requester" as const, id: person.accountId, name: person.name },
      text: withRefused(fitting, kept.refused, locale),
      via: "mail" as const,
      ...(isUnproven ? { isUnproven: true as const } : {}),
    };
    const fileIds = kept.files.map(({ fileId }) => fileId);
    const result =
      fileIds.length === 0
        ? await parts.conversations.append(draft)
        : await parts.conversations.appendWithFiles(draft, fileIds);
    if (result.status !== "stored" && result.status !== "repeat") continue;
    const isAsked = talk.owner_kind === "assistant";
    const { seq, conversationId } = result.message;
    const ending = { accountId: person.accountId, conversationId };
    return isAsked ? { state: "asked", ...ending, askedSeq: seq } : { state: "done", ...ending };
  }
  throw new AppError("server/busy", "The desk cannot do this just now. Please try again in a moment.");
}
