import { sql } from "kysely";
import { fillYear } from "../load/year.mjs";
import { deskhand } from "./deskhand.mjs";
import { idAt, idOf as id, nameOf, numbersTo as numbers } from "./made-up-ids.mjs";

const requesters = 100;
const people = 200;
const groups = 20;
const live = 20;
const capacity = 100_000;
const sessionMs = 3_600_000;
/** Beside the three that each talk of the year has. */
const otherSeqs = Array.from({ length: 17 }, (_, at) => at + 4);

/**
 * A desk with so many conversations behind it, of 20 messages, a ticket and an attendance each, and twenty under way.
 * Answers how to log in: the requesters p1 to p100 and l1 to l20, whose talks are under way, and the agents p101 to p200.
 */
export async function growTalks(place, count) {
  return withStore(place, async (store) => {
    await fillYear(store, { count, until: Date.now() });
    await run(store, [
      sql`update account set role = 'requester' where id <= ${idAt("p", requesters)} and id >= ${idAt("p", 1)}`,
      ...otherSeqs.map((seq) => furtherMessage(count, seq)),
      sql`update conversation set last_seq = 20`,
      sql`insert into membership (group_id, account_id)
        ${numbers(people)} select ${id("g", `x % ${groups} + 1`)}, ${id("p")} from n where x > ${sql.lit(requesters)}`,
      ...underWay(),
      sql.raw(store.engine === "postgres" ? "vacuum analyze" : "analyze"),
    ]);
    return openSessions(store, [
      ...Array.from({ length: people }, (_, at) => ["p", at + 1]),
      ...Array.from({ length: live }, (_, at) => ["l", at + 1]),
    ]);
  });
}

/** A desk on which so many wait for one group of a hundred agents, w1 to w100. */
export async function growQueue(place, count) {
  return withStore(place, async (store) => {
    const agents = 100;
    const from = Date.now() - 60 * count;
    const at = sql.raw(`(${from} + x * 60)`);
    await run(store, [
      sql`insert into assignment_group (id, name, chat_requester, takes_attendances, created_at)
        values ('gw', 'Waited for', 1, 1, 1)`,
      addAccounts("w", agents, "agent"),
      sql`insert into membership (group_id, account_id) ${numbers(agents)} select 'gw', ${id("w")} from n`,
      addAccounts("q", count, "requester"),
      sql`insert into conversation (id, requester_id, channel, locale, owner_kind, epoch, last_seq, asked_seq,
          answered_seq, dialog_json, created_at, updated_at)
        ${numbers(count)} select ${id("cw")}, ${id("q")}, 'web', 'en', 'queue', 2, 1, 1, 1, '{}', ${at}, ${at} from n`,
      sql`insert into message (conversation_id, seq, id, client_message_id, sender_kind, sender_id, sender_name, text,
          epoch, first_sent_at, sent_at)
        ${numbers(count)} select ${id("cw")}, 1, ${id("mw")}, ${id("mw")}, 'requester', ${id("q")}, 'Somebody',
          'Talk to an attendant', 1, ${at}, ${at} from n`,
      sql`insert into attendance (id, conversation_id, requester_id, phase, status, priority, waiting_since, question,
          language, context_json, cause_id, version, created_at, updated_at, queued_at)
        ${numbers(count)} select ${id("aw")}, ${id("cw")}, ${id("q")}, 'logged', 'pending', 500, ${at},
          'My screen is black', 'en',
          '{"reason":"wish","question":"My screen is black","language":"en","candidates":[],"articles":[],"fields":[]}',
          ${id("aw")}, 1, ${at}, ${at}, ${at} from n`,
      sql`insert into attendance_group (attendance_id, group_id, since)
        ${numbers(count)} select ${id("aw")}, 'gw', ${at} from n`,
      sql`insert into attendance_record (attendance_id, last_requested_at)
        ${numbers(count)} select ${id("aw")}, ${at} from n`,
      sql.raw(store.engine === "postgres" ? "vacuum analyze" : "analyze"),
    ]);
    return openSessions(
      store,
      Array.from({ length: agents }, (_, at) => ["w", at + 1]),
    );
  });
}

async function withStore(place, work) {
  const { connectStore, migrate } = await deskhand();
  const store = connectStore(place.options);
  try {
    await migrate(store);
    return await work(store);
  } finally {
    await store.close();
  }
}

async function run({ db }, statements) {
  for (const statement of statements) await statement.execute(db);
}

function furtherMessage(count, seq) {
  const side = seq % 2 === 0 ? "requester" : "agent";
  const text = "I have tried that, and the light at the back goes on and off as it did before.";
  return sql`insert into message (conversation_id, seq, id, client_message_id, sender_kind, sender_id, sender_name, text,
      epoch, first_sent_at, sent_at)
    ${numbers(count)} select ${id("c")}, ${sql.lit(seq)}, ${id(`m${seq}-`)}, ${id(`m${seq}-`)}, ${sql.lit(side)}, 'p1',
      'Somebody', ${sql.lit(text)}, 2, 1, 1 from n`;
}

/** Talks between l1 to l20 and the agent p101, which nobody answers but people. */
function underWay() {
  const at = sql.lit(Date.now());
  return [
    addAccounts("l", live, "requester"),
    sql`insert into conversation (id, requester_id, channel, locale, owner_kind, owner_id, epoch, last_seq, asked_seq,
        answered_seq, dialog_json, created_at, updated_at)
      ${numbers(live)} select ${id("cl")}, ${id("l")}, 'web', 'en', 'agent', ${idAt("p", 101)}, 3, 0, 0, 0, '{}', ${at}, ${at} from n`,
    sql`insert into attendance (id, conversation_id, requester_id, phase, status, priority, waiting_since, question,
        language, context_json, agent_id, cause_id, version, created_at, accepted_at, updated_at)
      ${numbers(live)} select ${id("al")}, ${id("cl")}, ${id("l")}, 'accepted', 'active', 500, ${at},
        'My screen is black', 'en',
        '{"reason":"wish","question":"My screen is black","language":"en","candidates":[],"articles":[],"fields":[]}',
        ${idAt("p", 101)}, ${id("al")}, 2, ${at}, ${at}, ${at} from n`,
    sql`insert into attendance_group (attendance_id, group_id) ${numbers(live)} select ${id("al")}, ${idAt("g", 2)} from n`,
    sql`insert into attendance_record (attendance_id, last_requested_at) ${numbers(live)} select ${id("al")}, ${at} from n`,
  ];
}

function addAccounts(letter, count, role) {
  return sql`insert into account (id, username, name, role, active, availability, capacity, created_at)
    ${numbers(count)} select ${id(letter)}, ${nameOf(letter)}, ${nameOf(`${role} `)}, ${sql.lit(role)}, 1, 'available',
      ${sql.lit(capacity)}, 1 from n`;
}

/** Tokens by kind and number of the account, as `p7`. */
async function openSessions(store, whose) {
  const { newId, newToken, hashToken } = await deskhand();
  const now = Date.now();
  const rows = whose.map(([kind, number]) => ({
    name: `${kind}${number}`,
    accountId: idAt(kind, number),
    token: newToken(),
  }));
  await store.db
    .insertInto("session")
    .values(
      rows.map(({ accountId, token }) => ({
        ...{ id: newId(), token_hash: hashToken(token), account_id: accountId },
        ...{ created_at: now, expires_at: now + sessionMs },
      })),
    )
    .execute();
  return new Map(rows.map(({ name, token }) => [name, token]));
}
