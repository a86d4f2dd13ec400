import { type Erasure, erasedName, removedText } from "../../contract/index.js";
import { type Db, newId, type Row, type Store } from "../../store/index.js";
import { forgetInNotices, forgetLooks } from "./forget-in-notices.js";
import { forgetInTickets } from "./forget-in-tickets.js";
import { leftOf, noteLeftIn } from "./left-elsewhere.js";
import { emptyInteractions, emptyTalks, emptyTickets, forgetFiles } from "./empty.js";

const atOnce = 50;

/** Writes down that a person is to be forgotten, and answers its id; a second wish for the same person is the first one. */
export async function noteErasure(
  db: Db,
  { accountId, by, at }: { readonly accountId: string; readonly by: string; readonly at: number },
): Promise<string> {
  await db
    .insertInto("erasure")
    .values({
      id: newId(),
      account_id: accountId,
      requested_by: by,
      requested_at: at,
      state: "waiting",
      talks: 0,
      tickets: 0,
      files: 0,
      done_at: null,
    })
    .onConflict((conflict) => conflict.column("account_id").doNothing())
    .execute();
  const noted = db.selectFrom("erasure").select("id").where("account_id", "=", accountId);
  return (await noted.executeTakeFirstOrThrow()).id;
}

/**
 * Carries out one wish, batch by batch; interrupted anywhere it goes on where it was, and done twice it changes nothing.
 * Reports keep their counts: what happened stays, who it happened to does not.
 */
export async function erase(
  { db }: Store,
  erasure: Row<"erasure">,
  { now, signal }: { readonly now: () => number; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { account_id: accountId, id } = erasure;
  const steps: readonly Step[] = [talksOf, ticketsOf, interactionsOf];
  for (const step of steps) {
    for (;;) {
      if (signal?.aborted) return;
      const done = await db.transaction().execute(async (trx) => {
        const some = await step(trx, accountId, now());
        if (some.talks + some.tickets > 0) await count(trx, id, some);
        return some;
      });
      if (done.isLast) break;
    }
  }
  await db.transaction().execute(async (trx) => {
    const files = await forgetFiles(trx, "account_id", [accountId]);
    await noteLeftIn(trx, accountId);
    await forgetTraces(trx, accountId);
    await forgetName(trx, accountId);
    await count(trx, id, { talks: 0, tickets: 0, files });
    await trx.updateTable("erasure").set({ state: "done", done_at: now() }).where("id", "=", id).execute();
  });
}

interface Emptied {
  readonly talks: number;
  readonly tickets: number;
  readonly files: number;
  readonly isLast: boolean;
}
type Step = (trx: Db, accountId: string, at: number) => Promise<Emptied>;

/** All of them, also those whose time was over before: a name may still stand there. */
const talksOf: Step = async (trx, accountId, at) => {
  const ids = idsOf(
    await trx
      .selectFrom("conversation")
      .select("id")
      .where("requester_id", "=", accountId)
      .where("owner_kind", "=", "none")
      .where("id", "not in", trx.selectFrom("emptied").select("object_id").where("kind", "=", "talk"))
      .limit(atOnce)
      .execute(),
  );
  if (ids.length > 0) {
    // A sentence somebody taught the assistant from is a sentence of this person too.
    const said = trx.selectFrom("turn").select("text").where("conversation_id", "in", ids);
    await trx
      .deleteFrom("taught_example")
      .where("source", "in", ["question", "choice"])
      .where("text", "in", said)
      .execute();
    await trx.deleteFrom("gold_sentence").where("text", "in", said).execute();
  }
  const files = await emptyTalks(trx, ids, at);
  return { talks: ids.length, tickets: 0, files, isLast: ids.length < atOnce };
};

const ticketsOf: Step = async (trx, accountId, at) => {
  const ids = idsOf(
    await trx
      .selectFrom("ticket")
      .select("id")
      .where("requester_id", "=", accountId)
      .where("id", "not in", trx.selectFrom("emptied").select("object_id").where("kind", "=", "ticket"))
      .limit(atOnce)
      .execute(),
  );
  const files = await emptyTickets(trx, ids, at);
  return { talks: 0, tickets: ids.length, files, isLast: ids.length < atOnce };
};

const interactionsOf: Step = async (trx, accountId, at) => {
  const ids = idsOf(
    await trx
      .selectFrom("interaction")
      .select("id")
      .where("contact_id", "=", accountId)
      .where("id", "not in", trx.selectFrom("emptied").select("object_id").where("kind", "=", "interaction"))
      .limit(atOnce)
      .execute(),
  );
  await emptyInteractions(trx, ids, at);
  return { talks: 0, tickets: 0, files: 0, isLast: ids.length < atOnce };
};

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** What hangs on the person and on nothing else. */
async function forgetTraces(trx: Db, accountId: string): Promise<void> {
  const own = [
    "session",
    "person_photo",
    "push_subscription",
    "absence",
    "receipt",
    "mail",
    "mail_thread",
    "arrival",
    "membership",
    "kept_answer",
    "sign_on_link",
    "provisioned_member",
    "provisioned_person",
  ] as const;
  // Mails that became nothing are known by their address alone.
  const address = trx
    .selectFrom("account")
    .select((eb) => eb.fn<string>("lower", ["email"]).as("address"))
    .where("id", "=", accountId);
  await trx.deleteFrom("arrival").where("sender", "=", address).execute();
  for (const table of own) await trx.deleteFrom(table).where("account_id", "=", accountId).execute();
  await trx
    .deleteFrom("contact")
    .where((eb) => eb.or([eb("owner_id", "=", accountId), eb("contact_id", "=", accountId)]))
    .execute();
  await trx.deleteFrom("canned_reply").where("owner_id", "=", accountId).execute();
  await trx
    .updateTable("article_feedback")
    .set({ comment: null })
    .where("account_id", "=", accountId)
    .execute();
  await trx.updateTable("off_record").set({ text: removedText }).where("sender_id", "=", accountId).execute();
}

/** Elsewhere the person's words stay with the talks they belong to, without the name. */
async function forgetName(trx: Db, accountId: string): Promise<void> {
  const { name } = await trx
    .selectFrom("account")
    .select("name")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  await forgetInTickets(trx, accountId, name);
  await forgetInNotices(trx, accountId, name);
  await trx
    .updateTable("message")
    .set({ sender_name: erasedName })
    .where("sender_id", "=", accountId)
    .where("sender_name", "<>", erasedName)
    .execute();
  await trx
    .updateTable("ticket_message")
    .set({ author_name: erasedName })
    .where("author_id", "=", accountId)
    .execute();
  await trx
    .updateTable("change_log")
    .set({ object_name: erasedName, before_json: "{}", after_json: "{}" })
    .where("object_id", "=", accountId)
    .execute();
  await forgetLooks(trx, accountId);
  await trx
    .updateTable("account")
    .set({
      username: `erased-${accountId}`,
      name: erasedName,
      email: null,
      locale: null,
      photo_url: null,
      password_hash: null,
      active: 0,
      skills_json: null,
      languages_json: null,
      department: null,
      location: null,
      company: null,
    })
    .where("id", "=", accountId)
    .execute();
}

async function count(
  trx: Db,
  id: string,
  { talks, tickets, files }: { talks: number; tickets: number; files: number },
): Promise<void> {
  await trx
    .updateTable("erasure")
    .set((eb) => ({
      talks: eb("talks", "+", talks),
      tickets: eb("tickets", "+", tickets),
      files: eb("files", "+", files),
    }))
    .where("id", "=", id)
    .execute();
}

/** The newest wishes first. */
export async function listErasures(db: Db, limit: number): Promise<Erasure[]> {
  const rows = await db
    .selectFrom("erasure")
    .leftJoin("account", "account.id", "erasure.requested_by")
    .selectAll("erasure")
    .select("account.name as by_name")
    .orderBy("erasure.id", "desc")
    .limit(limit)
    .execute();
  const left = await leftOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    requestedBy: row.by_name ?? row.requested_by,
    requestedAt: row.requested_at,
    state: row.state === "done" ? "done" : "waiting",
    talks: row.talks,
    tickets: row.tickets,
    files: row.files,
    elsewhere: left.get(row.id) ?? [],
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
  }));
}
