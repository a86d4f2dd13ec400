import type { Person } from "../contract/index.js";
import type { Note } from "../contract/team/index.js";
import { type Bell, type Db, newId, type Row, type Store } from "../store/index.js";
import { createTypedEvents, type TypedEvents } from "./typed-events.js";

/** How far back is read again: covers commits that ended late and clocks of nodes that differ. */
const overlapMs = 10_000;

export interface NoteDraft {
  readonly conversationId: string;
  readonly authorId: string;
  /** A second note under the same name is the first one again. */
  readonly clientNoteId: string;
  readonly text: string;
  /** Colleagues who are told of it and may read the talk from then on. */
  readonly mentionIds: readonly string[];
  readonly toId?: string | undefined;
}

/** Notes of colleagues for colleagues. They have a table and facts of their own (docs/decisions/notes.md). */
export interface Notes {
  readonly events: TypedEvents<{ posted: [note: Note] }>;
  /** Answers after the commit; `undefined` when there is no such conversation. */
  post(draft: NoteDraft): Promise<Note | undefined>;
  /** All of a talk, in the order in which they were written. */
  of(conversationId: string): Promise<Note[]>;
  /** Tells what no bell told. */
  catchUp(): Promise<void>;
}

export function createNotes(options: {
  readonly store: Store;
  readonly bell: Bell;
  readonly now: () => number;
}): Notes {
  const { store, bell, now } = options;
  const { db } = store;
  const events = createTypedEvents<{ posted: [note: Note] }>();
  const startedAt = now();
  const told = new Map<string, number>();

  function tell(note: Note): void {
    if (told.has(note.id)) return;
    told.set(note.id, note.sentAt);
    events.emit("posted", note);
  }

  async function tellById(id: string): Promise<void> {
    const rows = await db.selectFrom("note").selectAll().where("id", "=", id).execute();
    for (const note of await toNotes(db, rows)) tell(note);
  }

  bell.on("note", (id) => {
    tellById(id).catch(() => undefined);
  });

  return {
    events,
    post: async (draft) => {
      const id = await db.transaction().execute((trx) => insert(trx, draft, now()));
      if (id === undefined) return undefined;
      const [note] = await toNotes(
        db,
        await db.selectFrom("note").selectAll().where("id", "=", id).execute(),
      );
      if (note === undefined) return undefined;
      tell(note);
      bell.ring("note", note.id);
      return note;
    },
    of: async (conversationId) => {
      const rows = await db
        .selectFrom("note")
        .selectAll()
        .where("conversation_id", "=", conversationId)
        .orderBy("after_seq")
        .orderBy("id")
        .execute();
      return toNotes(db, rows);
    },
    catchUp: async () => {
      const since = Math.max(now() - overlapMs, startedAt);
      for (const [id, at] of told) if (at < since - overlapMs) told.delete(id);
      const rows = await db
        .selectFrom("note")
        .selectAll()
        .where("created_at", ">=", since)
        .orderBy("id")
        .execute();
      const unheard = rows.filter((row) => !told.has(row.id));
      for (const note of await toNotes(db, unheard)) tell(note);
    },
  };
}

async function insert(trx: Db, draft: NoteDraft, at: number): Promise<string | undefined> {
  const { conversationId, authorId, clientNoteId } = draft;
  const conversation = await trx
    .selectFrom("conversation")
    .select("last_seq")
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (conversation === undefined) return undefined;
  const id = newId();
  const inserted = await trx
    .insertInto("note")
    .values({
      id,
      conversation_id: conversationId,
      after_seq: conversation.last_seq,
      author_id: authorId,
      to_id: draft.toId ?? null,
      client_note_id: clientNoteId,
      text: draft.text,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) {
    const known = await trx
      .selectFrom("note")
      .select("id")
      .where("conversation_id", "=", conversationId)
      .where("author_id", "=", authorId)
      .where("client_note_id", "=", clientNoteId)
      .executeTakeFirst();
    return known?.id;
  }
  const mentions = [...new Set(draft.mentionIds)].map((accountId) => ({
    note_id: id,
    conversation_id: conversationId,
    account_id: accountId,
  }));
  if (mentions.length > 0) await trx.insertInto("note_mention").values(mentions).execute();
  return id;
}

async function toNotes(db: Db, rows: readonly Row<"note">[]): Promise<Note[]> {
  if (rows.length === 0) return [];
  const mentions = await db
    .selectFrom("note_mention")
    .select(["note_id", "account_id"])
    .where(
      "note_id",
      "in",
      rows.map((row) => row.id),
    )
    .execute();
  const ids = [
    ...rows.flatMap((row) => [row.author_id, ...(row.to_id === null ? [] : [row.to_id])]),
    ...mentions.map((one) => one.account_id),
  ];
  const people = await readPeople(db, ids);
  const personOf = (id: string): Person => people.get(id) ?? { id, name: "" };
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    afterSeq: row.after_seq,
    author: personOf(row.author_id),
    text: row.text,
    mentions: mentions.flatMap((one) => (one.note_id === row.id ? [personOf(one.account_id)] : [])),
    ...(row.to_id === null ? {} : { to: personOf(row.to_id) }),
    clientNoteId: row.client_note_id,
    sentAt: row.created_at,
  }));
}

/** People by their ids, as others see them. */
export async function readPeople(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "photo_url"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, name, photo_url }) => [id, { id, name, ...(photo_url ? { photoUrl: photo_url } : {}) }]),
  );
}
