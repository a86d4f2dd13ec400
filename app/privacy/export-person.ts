import { strToU8, type Zippable, zip } from "fflate";
import { AppError } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

/** More is asked for file by file: an archive is made in memory. */
const archiveBytesMost = 200 * 1024 * 1024;

export type PersonExport = Awaited<ReturnType<typeof exportPerson>>;

/** Everything the desk keeps about one person, in the words of the tables; no passwords, no tokens, nobody else's notes. */
export async function exportPerson(db: Db, accountId: string) {
  const account = await db
    .selectFrom("account")
    .select([
      "id",
      "username",
      "name",
      "email",
      "role",
      "locale",
      "active",
      "department",
      "location",
      "company",
      "created_at",
    ])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (account === undefined) throw new AppError("account/not-found", "There is no such person.");
  const talks = db.selectFrom("conversation").select("id").where("requester_id", "=", accountId);
  const tickets = db.selectFrom("ticket").select("id").where("requester_id", "=", accountId);
  return {
    account,
    groups: await db
      .selectFrom("membership")
      .innerJoin("assignment_group", "assignment_group.id", "membership.group_id")
      .select(["assignment_group.id", "assignment_group.name"])
      .where("membership.account_id", "=", accountId)
      .execute(),
    photo: await db
      .selectFrom("person_photo")
      .select(["type", "content_base64"])
      .where("account_id", "=", accountId)
      .executeTakeFirst(),
    sessions: await db
      .selectFrom("session")
      .select(["created_at", "expires_at"])
      .where("account_id", "=", accountId)
      .execute(),
    singleSignOn: await db
      .selectFrom("sign_on_link")
      .select(["issuer", "subject", "created_at", "last_used_at"])
      .where("account_id", "=", accountId)
      .execute(),
    directory: await db
      .selectFrom("provisioned_person")
      .select(["external_id", "user_name", "said_json", "is_active", "is_gone", "created_at", "updated_at"])
      .where("account_id", "=", accountId)
      .execute(),
    directoryGroups: await db
      .selectFrom("provisioned_member")
      .innerJoin("provisioned_group", "provisioned_group.id", "provisioned_member.group_id")
      .select("provisioned_group.name")
      .where("provisioned_member.account_id", "=", accountId)
      .execute(),
    conversations: await db
      .selectFrom("conversation")
      .select(["id", "kind", "channel", "locale", "ticket_id", "created_at", "updated_at"])
      .where("requester_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    messages: await db
      .selectFrom("message")
      .select(["conversation_id", "seq", "sender_kind", "sender_name", "text", "sent_at"])
      .where((eb) => eb.or([eb("conversation_id", "in", talks), eb("sender_id", "=", accountId)]))
      .orderBy("conversation_id")
      .orderBy("seq")
      .execute(),
    attendances: await db
      .selectFrom("attendance")
      .select(["id", "conversation_id", "status", "question", "created_at", "accepted_at", "closed_at"])
      .where("requester_id", "=", accountId)
      .execute(),
    tickets: await db
      .selectFrom("ticket")
      .select(["number", "kind", "state", "description", "fields_json", "created_at", "updated_at"])
      .where("requester_id", "=", accountId)
      .execute(),
    ticketEvents: await db
      .selectFrom("ticket_event")
      .select(["ticket_id", "at", "kind", "text"])
      .where("ticket_id", "in", tickets)
      // A note of those who work on it is theirs.
      .where("kind", "<>", "note")
      .execute(),
    ticketMessages: await db
      .selectFrom("ticket_message")
      .select(["ticket_id", "author_name", "side", "text", "created_at"])
      .where("ticket_id", "in", tickets)
      .execute(),
    satisfaction: await db
      .selectFrom("survey")
      .select(["conversation_id", "score", "comment", "answered_at"])
      .where("conversation_id", "in", talks)
      .execute(),
    articleFeedback: await db
      .selectFrom("article_feedback")
      .select(["article_id", "helped", "comment", "at"])
      .where("account_id", "=", accountId)
      .execute(),
    mails: await db
      .selectFrom("mail")
      .select(["kind", "address", "subject", "text", "state", "created_at", "sent_at"])
      .where("account_id", "=", accountId)
      .execute(),
    mailsReceived: await db
      .selectFrom("arrival")
      .select(["sender", "subject", "state", "created_at"])
      .where("account_id", "=", accountId)
      .execute(),
    pushSubscriptions: await db
      .selectFrom("push_subscription")
      .select(["endpoint", "created_at"])
      .where("account_id", "=", accountId)
      .execute(),
    files: await db
      .selectFrom("file")
      .select(["id", "conversation_id", "name", "type", "size", "created_at"])
      .where("account_id", "=", accountId)
      .where("is_whole", "=", 1)
      .orderBy("created_at")
      .execute(),
  };
}

/** The same with the bytes of the files beside it. Throws `privacy/too-large`. */
export async function toArchive(
  exported: PersonExport,
  bytesOf: (fileId: string) => Promise<Uint8Array>,
): Promise<Buffer> {
  const size = exported.files.reduce((sum, file) => sum + file.size, 0);
  if (size > archiveBytesMost) {
    throw new AppError(
      "privacy/too-large",
      "The files of this person are too many for one archive. Take JSON.",
    );
  }
  const entries: Zippable = { "data.json": strToU8(JSON.stringify(exported, undefined, 2)) };
  // Most files are compressed already.
  for (const { id, name } of exported.files)
    entries[`files/${id}-${name}`] = [await bytesOf(id), { level: 0 }];
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => (error ? reject(error) : resolve(Buffer.from(bytes))));
  });
}
