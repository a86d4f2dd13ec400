import { z } from "zod";
import { AppError, type Principal } from "../../contract/index.js";
import type { CannedReply, CannedReplyForm } from "../../contract/team/index.js";
import { type Db, fromJson, newId, type Row, recordChange, type Store, toJson } from "../../store/index.js";

const textsSchema = z.strictObject({ en: z.string(), es: z.string(), pt: z.string() });
const listMax = 1000;

type Reader = Pick<Principal, "accountId" | "role" | "groupIds">;

/** Replies that agents put into the composer; those of everybody, of a group, and one's own. */
export interface CannedReplies {
  /** What this agent may use, by shortcut; an admin sees those of all groups. */
  of(reader: Reader): Promise<CannedReply[]>;
  create(form: CannedReplyForm, author: Reader): Promise<CannedReply>;
  update(id: string, form: CannedReplyForm, author: Reader): Promise<CannedReply>;
  remove(id: string, author: Reader): Promise<void>;
}

export function createCannedReplies({ store, now }: { store: Store; now: () => number }): CannedReplies {
  const { db } = store;
  return {
    of: async (reader) => (await readFor(db, reader)).map(toReply),
    create: (form, author) =>
      db.transaction().execute(async (trx) => {
        await check(trx, form, author, undefined);
        const row = { id: newId(), created_at: now(), ...toRow(form, author, now()) };
        await trx.insertInto("canned_reply").values(row).execute();
        await recordChange(trx, { ...named(row), after: { ...form }, at: now(), by: author.accountId });
        return toReply(row);
      }),
    update: (id, form, author) =>
      db.transaction().execute(async (trx) => {
        const before = await requireEditable(trx, id, author);
        await check(trx, form, author, id);
        const row = { ...before, ...toRow(form, author, now()) };
        await trx.updateTable("canned_reply").set(row).where("id", "=", id).execute();
        const change = { before: toForm(before), after: { ...form }, at: now(), by: author.accountId };
        await recordChange(trx, { ...named(row), ...change });
        return toReply(row);
      }),
    remove: (id, author) =>
      db.transaction().execute(async (trx) => {
        const before = await requireEditable(trx, id, author);
        await trx.deleteFrom("canned_reply").where("id", "=", id).execute();
        const change = { before: toForm(before), at: now(), by: author.accountId };
        await recordChange(trx, { ...named(before), ...change });
      }),
  };
}

function readFor(db: Db, { accountId, role, groupIds }: Reader): Promise<Row<"canned_reply">[]> {
  return db
    .selectFrom("canned_reply")
    .selectAll()
    .where((where) =>
      where.or([
        where("owner_id", "=", accountId),
        where.and([where("owner_id", "is", null), where("group_id", "is", null)]),
        ...(role === "admin" ? [where("group_id", "is not", null)] : []),
        ...(groupIds.length > 0 ? [where("group_id", "in", [...groupIds])] : []),
      ]),
    )
    .orderBy("shortcut")
    .orderBy("id")
    .limit(listMax)
    .execute();
}

/** One's own are anybody's to keep; shared ones are kept by admins (S0-24). */
function mayKeep(scope: CannedReply["scope"], { role }: Reader): boolean {
  return scope.kind === "own" || role === "admin";
}

async function check(
  trx: Db,
  { scope, shortcut }: CannedReplyForm,
  author: Reader,
  id: string | undefined,
): Promise<void> {
  if (!mayKeep(scope, author)) {
    throw new AppError("access/denied", "Only admins keep replies that others use too; keep it as your own.");
  }
  if (scope.kind === "group") {
    const group = await trx
      .selectFrom("assignment_group")
      .select("id")
      .where("id", "=", scope.groupId)
      .executeTakeFirst();
    if (group === undefined) throw new AppError("canned-reply/refused", "There is no such group.");
  }
  const same = await trx
    .selectFrom("canned_reply")
    .select("id")
    .where("shortcut", "=", shortcut)
    .where("owner_id", scope.kind === "own" ? "=" : "is", scope.kind === "own" ? author.accountId : null)
    .where("group_id", scope.kind === "group" ? "=" : "is", scope.kind === "group" ? scope.groupId : null)
    .executeTakeFirst();
  if (same !== undefined && same.id !== id) {
    throw new AppError("canned-reply/refused", `There is a reply "/${shortcut}" already.`);
  }
}

async function requireEditable(trx: Db, id: string, author: Reader): Promise<Row<"canned_reply">> {
  const row = await trx.selectFrom("canned_reply").selectAll().where("id", "=", id).executeTakeFirst();
  const isSeen = row !== undefined && (row.owner_id === null || row.owner_id === author.accountId);
  if (row === undefined || !isSeen) {
    throw new AppError("canned-reply/not-found", "There is no such reply of yours.");
  }
  if (!mayKeep(scopeOf(row), author)) {
    throw new AppError("access/denied", "Only admins keep replies that others use too.");
  }
  return row;
}

function toRow(form: CannedReplyForm, author: Reader, at: number) {
  return {
    shortcut: form.shortcut,
    title: form.title,
    texts_json: toJson(form.texts),
    group_id: form.scope.kind === "group" ? form.scope.groupId : null,
    owner_id: form.scope.kind === "own" ? author.accountId : null,
    updated_at: at,
    updated_by: author.accountId,
  };
}

function scopeOf(row: Row<"canned_reply">): CannedReply["scope"] {
  if (row.owner_id !== null) return { kind: "own" };
  return row.group_id === null ? { kind: "everybody" } : { kind: "group", groupId: row.group_id };
}

function toForm(row: Row<"canned_reply">) {
  const { id: _id, updatedAt: _updatedAt, ...form } = toReply(row);
  return form;
}

function toReply(row: Row<"canned_reply">): CannedReply {
  const { id, shortcut, title } = row;
  const texts = fromJson(textsSchema, row.texts_json);
  return { id, shortcut, title, texts, scope: scopeOf(row), updatedAt: row.updated_at };
}

function named(row: Pick<Row<"canned_reply">, "id" | "shortcut">) {
  return { type: "canned-reply", id: row.id, name: `/${row.shortcut}` };
}
