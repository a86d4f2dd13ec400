import { timingSafeEqual } from "node:crypto";
import { AppError, type FileAttachment, isStaff, type Principal } from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";
import { sideOf } from "../access.js";
import type { Trx } from "../draft.js";
import { findForgotten, findWhole, readBytes, removeFiles, toAttachment } from "./file-rows.js";
import { harmful, type Inspector, unchecked } from "./inspect.js";
import { moveOut, type Objects, scanAgain } from "./look-after.js";
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
  /** Forgets what nobody has sent. */
  sweep(): Promise<void>;
  /** Asks the scanner about what it has not seen, moves what is clean to the store of files, and forgets; run it every few seconds. */
  lookAfter(): Promise<void>;
}

export function createFiles(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly maxBytes: number;
  readonly inspector?: Inspector;
  /** Where bytes are kept beside the database. */
  readonly objects?: Objects | undefined;
}): Files {
  const { db, now, maxBytes, objects, inspector = { failed: () => undefined } } = options;
  const away = (error: unknown): AppError => {
    inspector.failed(error);
    return storeAway();
  };
  const removeObject = (id: string) =>
    (objects?.remove(id) ?? Promise.reject(storeAway())).then(
      () => true,
      (error: unknown) => {
        inspector.failed(error);
        return false;
      },
    );

  /** What was put there is still there when the desk is not told any more where that is. */
  function readElsewhere(id: string): Promise<Buffer> {
    const read =
      objects?.get(id) ?? Promise.reject(new Error("A file lies in a store that is not set: S3_BUCKET."));
    return read.catch((error: unknown) => {
      throw away(error);
    });
  }

  async function toRead({ id, name, type, size, place, verdict }: Row<"file">): Promise<FileToRead> {
    if (verdict === "harmful") throw harmful();
    if (verdict === "waiting") throw unchecked();
    const here = place === "s3" ? undefined : await readBytes(db, id);
    // Moved in the moment since its row was read.
    const bytes = here?.length === size ? here : await readElsewhere(id);
    return { name, type, bytes };
  }

  return {
    maxBytes,
    upload: async (person, request) => {
      await requireOpenSide(db, person, request.conversationId);
      return takeUpload({ db, now, maxBytes, inspector }, { ...request, accountId: person.accountId });
    },
    read: async (person, id) => {
      const row = await findWhole(db, id);
      if (row === undefined || !(await mayRead(db, person, row))) throw notFound();
      return toRead(row);
    },
    readByKey: async (id, key) => {
      const row = await findWhole(db, id);
      if (row === undefined || row.message_id === null || !isSame(row.link_key, key)) throw notFound();
      return toRead(row);
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
      return (await toRead(row)).bytes;
    },
    remove: async (person, id) => {
      const row = await findWhole(db, id);
      if (row === undefined || row.account_id !== person.accountId) throw notFound();
      if (row.message_id !== null) throw new AppError("file/already-sent", "This file has been sent.");
      await removeFiles(db, [id], removeObject);
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
      await removeFiles(db, await findForgotten(db, now() - keepUnsentMs, forgetAtOnce), removeObject);
    },
    lookAfter: async () => {
      if (inspector.scan !== undefined) await scanAgain(db, inspector.scan);
      if (objects !== undefined) await moveOut(db, objects);
    },
  };
}

function storeAway(): AppError {
  return new AppError("server/busy", "The store of files is away. Please try again in a moment.");
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
