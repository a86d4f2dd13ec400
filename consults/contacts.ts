import type { Contact, Locale } from "../contract/index.js";
import { type Db, isUniqueViolation, newId, type Store } from "../store/index.js";
import type { Colleague } from "./desk.js";
import { contactNotFound, notMutual } from "./errors.js";

const staffRoles = ["agent", "supervisor", "admin"];

/** Every colleague, and who of the two has linked the other (S2-39, S2-40). */
export async function listContacts(db: Db, ownerId: string, onlyId?: string): Promise<Contact[]> {
  let query = db
    .selectFrom("account")
    .leftJoin("contact as mine", (on) =>
      on.on("mine.owner_id", "=", ownerId).onRef("mine.contact_id", "=", "account.id"),
    )
    .leftJoin("contact as back", (on) =>
      on.onRef("back.owner_id", "=", "account.id").on("back.contact_id", "=", ownerId),
    )
    .leftJoin("conversation", (on) =>
      on
        .on("conversation.kind", "=", "direct")
        .on((where) =>
          where.or([
            where.and([
              where("conversation.requester_id", "=", ownerId),
              where("conversation.owner_id", "=", where.ref("account.id")),
            ]),
            where.and([
              where("conversation.owner_id", "=", ownerId),
              where("conversation.requester_id", "=", where.ref("account.id")),
            ]),
          ]),
        ),
    )
    .select(["account.id", "account.name", "mine.owner_id as mine", "back.owner_id as back"])
    .select("conversation.id as conversation_id")
    .where("account.id", "<>", ownerId)
    .where("account.active", "=", 1)
    .where("account.role", "in", staffRoles)
    .orderBy("account.name");
  if (onlyId !== undefined) query = query.where("account.id", "=", onlyId);
  return (await query.execute()).map((row) => ({
    accountId: row.id,
    name: row.name,
    linked: row.mine !== null,
    linksBack: row.back !== null,
    ...(row.conversation_id === null ? {} : { conversationId: row.conversation_id }),
  }));
}

export async function readContact(db: Db, ownerId: string, accountId: string): Promise<Contact> {
  const [contact] = await listContacts(db, ownerId, accountId);
  if (contact === undefined) throw contactNotFound();
  return contact;
}

/** Links a colleague, or takes the link away; the other's own link is the other's. */
export async function setContact(
  db: Db,
  input: {
    readonly owner: Colleague;
    readonly accountId: string;
    readonly linked: boolean;
    readonly now: number;
  },
): Promise<Contact> {
  const { owner, accountId, linked, now } = input;
  await readContact(db, owner.accountId, accountId);
  const key = { owner_id: owner.accountId, contact_id: accountId };
  if (linked) {
    await db
      .insertInto("contact")
      .values({ ...key, created_at: now })
      .onConflict((conflict) => conflict.columns(["owner_id", "contact_id"]).doNothing())
      .execute();
  } else {
    await db
      .deleteFrom("contact")
      .where("owner_id", "=", key.owner_id)
      .where("contact_id", "=", accountId)
      .execute();
  }
  return readContact(db, owner.accountId, accountId);
}

/**
 * The talk of two colleagues who have linked each other (S2-41, S2-43); there is one, whoever begins. The one with the
 * lower id stands on the requester's side of it: balls, receipts and e-mails are those of every talk (S2-44).
 */
export async function openDirect(
  { db }: Store,
  input: {
    readonly owner: Colleague;
    readonly accountId: string;
    readonly locale: Locale;
    readonly now: number;
  },
): Promise<Contact> {
  const { owner, accountId, locale, now } = input;
  const contact = await readContact(db, owner.accountId, accountId);
  if (contact.conversationId !== undefined) return contact;
  if (!contact.linked || !contact.linksBack) throw notMutual();
  const [first = "", second = ""] = [owner.accountId, accountId].sort();
  const row = {
    id: newId(),
    kind: "direct",
    requester_id: first,
    channel: "direct",
    locale,
    owner_kind: "agent",
    owner_id: second,
    epoch: 1,
    last_seq: 0,
    asked_seq: 0,
    answered_seq: 0,
    ticket_id: null,
    dialog_json: "{}",
    created_at: now,
    updated_at: now,
  };
  try {
    await db.insertInto("conversation").values(row).execute();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  // Behind the writer that was first: a read beside it might not see what it has just committed.
  return db.transaction().execute((trx) => readContact(trx, owner.accountId, accountId));
}
