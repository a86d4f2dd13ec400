import { type WebhookForm, webhookEvents } from "../../contract/index.js";
import { type Db, newId, type Row, type Store } from "../../store/index.js";
import { toForm } from "./webhook-rows.js";

/** One transaction's worth. */
const factsAtOnce = 200;
const counterName = "webhooks";

type FactRow = Row<"webhook_fact">;

/**
 * Turns facts into deliveries, one for each webhook that wants it, in the order they happened; answers how many facts
 * there were. One node does so at a time: facts of one conversation keep their order whoever gives them out.
 */
export async function giveOut({ db }: Store, now: () => number): Promise<number> {
  const any = await db.selectFrom("webhook_fact").select("seq").limit(1).executeTakeFirst();
  if (any === undefined) return 0;
  return db.transaction().execute(async (trx) => {
    await holdTurn(trx);
    const facts = await trx
      .selectFrom("webhook_fact")
      .selectAll()
      .orderBy("seq")
      .limit(factsAtOnce)
      .execute();
    if (facts.length === 0) return 0;
    const hooks = await trx.selectFrom("webhook").selectAll().where("active", "=", 1).execute();
    const forms = hooks.map((row) => ({ id: row.id, form: toForm(row) }));
    const places = await placesOf(trx, facts);
    const rows = facts.flatMap((fact) => {
      const factId = newId();
      return forms
        .filter(({ form }) => wants(form, fact, places))
        .map(({ id }) => toDelivery(fact, { factId, webhookId: id, at: now() }));
    });
    if (rows.length > 0) await trx.insertInto("webhook_delivery").values(rows).execute();
    const seqs = facts.map(({ seq }) => seq);
    await trx.deleteFrom("webhook_fact").where("seq", "in", seqs).execute();
    return facts.length;
  });
}

/** Held until the transaction ends. */
async function holdTurn(trx: Db): Promise<void> {
  await trx
    .insertInto("counter")
    .values({ name: counterName, value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .execute();
}

/** What decides who is told: the groups a talk or ticket came to, and talks that are colleagues' own. */
interface Places {
  readonly groupsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ownTalks: ReadonlySet<string>;
}

async function placesOf(trx: Db, facts: readonly FactRow[]): Promise<Places> {
  const talkIds = [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];
  const ticketIds = facts.filter(({ type }) => type.startsWith("ticket.")).map((fact) => fact.object_id);
  const groupsOf = new Map<string, Set<string>>();
  const add = (id: string, groupId: string) => groupsOf.set(id, (groupsOf.get(id) ?? new Set()).add(groupId));
  if (talkIds.length > 0) {
    const rows = await trx
      .selectFrom("attendance_group")
      .innerJoin("attendance", "attendance.id", "attendance_group.attendance_id")
      .select(["conversation_id", "group_id"])
      .where("conversation_id", "in", talkIds)
      .execute();
    for (const row of rows) add(row.conversation_id, row.group_id);
  }
  if (ticketIds.length > 0) {
    const rows = await trx
      .selectFrom("ticket")
      .select(["id", "group_id"])
      .where("id", "in", ticketIds)
      .execute();
    for (const row of rows) if (row.group_id !== null) add(row.id, row.group_id);
  }
  const own =
    talkIds.length === 0
      ? []
      : await trx
          .selectFrom("conversation")
          .select("id")
          .where("id", "in", talkIds)
          .where("kind", "<>", "talk")
          .execute();
  return { groupsOf, ownTalks: new Set(own.map(({ id }) => id)) };
}

function wants({ events, groupIds }: WebhookForm, fact: FactRow, places: Places): boolean {
  const type = webhookEvents.find((one) => one === fact.type);
  if (type === undefined || !events.includes(type)) return false;
  // What colleagues say among themselves is told to nobody.
  if (fact.conversation_id !== null && places.ownTalks.has(fact.conversation_id)) return false;
  if (groupIds.length === 0 || type.startsWith("article.")) return true;
  const groups = places.groupsOf.get(
    type.startsWith("ticket.") ? fact.object_id : (fact.conversation_id ?? ""),
  );
  return groupIds.some((id) => groups?.has(id));
}

function toDelivery(
  fact: FactRow,
  { factId, webhookId, at }: { readonly factId: string; readonly webhookId: string; readonly at: number },
): Row<"webhook_delivery"> {
  return {
    id: newId(),
    webhook_id: webhookId,
    fact_id: factId,
    seq: fact.seq,
    type: fact.type,
    object_id: fact.object_id,
    conversation_id: fact.conversation_id,
    at: fact.at,
    detail: fact.detail,
    // A ticket may be linked to its talk only after it was opened.
    lane: fact.type.startsWith("ticket.") ? fact.object_id : (fact.conversation_id ?? fact.object_id),
    state: "waiting",
    attempts: 0,
    next_at: at,
    status: null,
    reason: null,
    created_at: at,
    done_at: null,
  };
}
