import { timingSafeEqual } from "node:crypto";
import { AppError, type FileAttachment, isStaff, type Principal } from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";
import { sideOf } from "../access.js";
import type { Trx } from "../draft.js";
import { findForgotten, findWhole, readBytes, removeFiles, toAttachment } from "./file-rows.js";
import { takeUpload } from "./take-upload.js";

const keepUnsentMs = 24 * 60 * 60 * 1000;
const forgetAtOnce = 100;

export interface FileToRead {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface UploadRequest {
  readonly conversationId: string;
  readonly name: string;
  readonly requestId: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The files of conversations; every reader is checked, and what is not theirs is `file/not-found`. */
export interface Files {
  readonly maxBytes: number;
  upload(person: Principal, request: UploadRequest): Promise<FileAttachment>;
  read(person: Principal, id: string): Promise<FileToRead>;
  /** For people of channels, who cannot log in: by the key that only the link in their conversation has. */
  readByKey(id: string, key: string): Promise<FileToRead>;
  /** What completes the link of each of these files. */
  keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The bytes of a file for the desk itself; nobody is asked. */
  bytesOf(id: string): Promise<Buffer>;
  /** Takes back a file that has not been sent. */
  remove(person: Principal, id: string): Promise<void>;
  /** Attaches to a ticket what its requester has sent in this conversation and no ticket has yet. */
  attachIn(
    trx: Trx,
    to: { readonly conversationId: string; readonly ticketId: string },
  ): Promise<FileAttachment[]>;
  /** Forgets what nobody has sent; run it every hour. */
  sweep(): Promise<void>;
}

export function createFiles(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly maxBytes: number;
}): Files {
  const { db, now, maxBytes } = options;
  return {
    maxBytes,
    upload: async (person, request) => {
      await requireOpenSide(db, person, request.conversationId);
      return takeUpload({ db, now, maxBytes }, { ...request, accountId: person.accountId });
    },
    read: async (person, id) => {
      const row = await findWhole(db, id);
      if (row === undefined || !(await mayRead(db, person, row))) throw notFound();
      return toRead(db, row);
    },
    readByKey: async (id, key) => {
      const row = await findWhole(db, id);
      if (row === undefined || row.message_id === null || !isSame(row.link_key, key)) throw notFound();
      return toRead(db, row);
    },
    keysOf: async (ids) => {
      const rows =
        ids.length === 0
          ? []
          : await db
              .selectFrom("file")
              .select(["id", "link_key"])
              .where("id", "in", [...ids])
              .execute();
      return new Map(rows.map((row) => [row.id, row.link_key]));
    },
    bytesOf: async (id) => {
      const row = await findWhole(db, id);
      if (row === undefined) throw notFound();
      return (await toRead(db, row)).bytes;
    },
    remove: async (person, id) => {
      const row = await findWhole(db, id);
      if (row === undefined || row.account_id !== person.accountId) throw notFound();
      if (row.message_id !== null) throw new AppError("file/already-sent", "This file has been sent.");
      await removeFiles(db, [id]);
    },
    attachIn: async (trx, { conversationId, ticketId }) => {
      const rows = await trx
        .updateTable("file")
        .set({ ticket_id: ticketId })
        .where("conversation_id", "=", conversationId)
        .where("message_id", "is not", null)
        .where("ticket_id", "is", null)
        .returning(["id", "name", "type", "size"])
        .execute();
      return rows.map(toAttachment);
    },
    sweep: async () => {
      await removeFiles(db, await findForgotten(db, now() - keepUnsentMs, forgetAtOnce));
    },
  };
}

async function toRead(db: Db, { id, name, type }: Row<"file">): Promise<FileToRead> {
  return { name, type, bytes: await readBytes(db, id) };
}

async function requireOpenSide(db: Db, person: Principal, conversationId: string): Promise<void> {
  if ((await sideOf(db, person, conversationId)) === undefined) {
    throw new AppError("conversation/not-found", "There is no such conversation of yours.");
  }
}

/** Before it is sent a file is its sender's alone; afterwards everybody's who reads the conversation or the ticket. */
async function mayRead(db: Db, person: Principal, row: Row<"file">): Promise<boolean> {
  if (row.account_id === person.accountId) return true;
  if (row.message_id === null) return false;
  if (row.ticket_id !== null && isStaff(person)) return true;
  return (await sideOf(db, person, row.conversation_id)) !== undefined;
}

function isSame(known: string, given: string): boolean {
  const [one, other] = [Buffer.from(known), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function notFound(): AppError {
  return new AppError("file/not-found", "There is no such file of yours.");
}
