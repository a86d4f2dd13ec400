import type { MailFile } from "../../config/index.js";
import {
  AppError,
  type FileAttachment,
  type Locale,
  maxMessageChars,
  type Principal,
} from "../../contract/index.js";
import type { Conversations, Files } from "../../conversation/index.js";
import type { Db, Store } from "../../store/index.js";
import { receiptWords } from "./words.js";

const filesMost = 20;
const namesCharsMax = 500;

export interface KeptFiles {
  readonly files: readonly FileAttachment[];
  /** Names of those that the rules of uploads refuse. */
  readonly refused: readonly string[];
}

/** Stores what a mail brought under the rules that uploads have: type by content, size. A repeat finds the same files. */
export async function keepFiles(
  files: Pick<Files, "upload">,
  person: Principal,
  mail: { readonly arrivalId: string; readonly conversationId: string; readonly files: readonly MailFile[] },
): Promise<KeptFiles> {
  const kept: FileAttachment[] = [];
  const refused = mail.files.slice(filesMost).map(({ name }) => name);
  for (const [place, { name, bytes }] of mail.files.slice(0, filesMost).entries()) {
    const request = {
      conversationId: mail.conversationId,
      name,
      requestId: `mail:${mail.arrivalId}:${place}`,
      bytes: oneBy([bytes]),
    };
    try {
      kept.push(await files.upload(person, request));
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith("file/")) throw error;
      refused.push(name);
    }
  }
  return { files: kept, refused };
}

async function* oneBy(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** The words of a mail with what must be told about its files; the whole as a file where a message cannot hold it. */
export function fitWords(
  text: string,
  locale: Locale,
): { readonly text: string; readonly more: readonly MailFile[] } {
  const words = receiptWords[locale];
  // Room for what is told about files.
  const most = maxMessageChars - namesCharsMax - 100;
  if (text.length <= most) return { text, more: [] };
  const head = text.slice(0, most).replace(/\p{Cs}$/u, "");
  return {
    text: `${head}…\n${words.goesOn}`,
    more: [{ name: "e-mail.txt", bytes: Buffer.from(text, "utf8") }],
  };
}

export function withRefused(text: string, refused: readonly string[], locale: Locale): string {
  const words = receiptWords[locale];
  const names = refused.join(", ").slice(0, namesCharsMax);
  return [text, ...(refused.length === 0 ? [] : [words.filesLeft(names)])]
    .filter((part) => part !== "")
    .join("\n\n");
}

/**
 * Files need a conversation to stand in. A mail to a ticket has none of its own that could be written to, so it gets one
 * that is closed from the beginning: the ticket's requester and whoever sent the mail are its parties.
 */
export async function openFileTalk(
  db: Db,
  talk: {
    readonly id: string;
    readonly requesterId: string;
    readonly senderId: string;
    readonly locale: Locale;
    readonly at: number;
  },
): Promise<void> {
  await db
    .insertInto("conversation")
    .values({
      id: talk.id,
      kind: "talk",
      requester_id: talk.requesterId,
      channel: "mail",
      locale: talk.locale,
      owner_kind: "none",
      owner_id: talk.senderId === talk.requesterId ? null : talk.senderId,
      epoch: 1,
      last_seq: 0,
      asked_seq: 0,
      answered_seq: 0,
      ticket_id: null,
      dialog_json: "{}",
      created_at: talk.at,
      updated_at: talk.at,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Puts the files of a mail into its talk and on the ticket; done twice it changes nothing. */
export async function fileOnTicket(
  parts: {
    readonly store: Store;
    readonly conversations: Pick<Conversations, "appendIn">;
    readonly now: () => number;
  },
  files: readonly FileAttachment[],
  to: { readonly conversationId: string; readonly ticketId: string; readonly name: string },
): Promise<void> {
  if (files.length === 0) return;
  const at = parts.now();
  await parts.store.db.transaction().execute(async (trx) => {
    const draft = {
      conversationId: to.conversationId,
      clientMessageId: `mail:${to.conversationId}`,
      sender: { kind: "system" as const, id: "system", name: to.name },
      text: "",
      attachments: files,
    };
    const [stored] = await parts.conversations.appendIn(trx, [draft], at);
    if (stored?.status !== "stored" && stored?.status !== "repeat") throw new Error("Files found no place.");
    await trx
      .updateTable("file")
      .set({ message_id: stored.message.id, ticket_id: to.ticketId })
      .where("id", "in", [...files.map(({ fileId }) => fileId)])
      .where("message_id", "is", null)
      .execute();
  });
}
