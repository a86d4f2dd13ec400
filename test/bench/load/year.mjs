import { sql } from "kysely";
import { idOf as id, nameOf, numbersTo as numbers } from "../desk/made-up-ids.mjs";

const dayMs = 86_400_000;
const groups = 20;
const agents = 200;

/**
 * A year of attendances up to `until`, as the desk would have left them, written by the engine itself: each with its
 * talk, a turn of the assistant, a question, two answers of an agent, a ticket with its end, and every third with a
 * score.
 */
export async function fillYear({ db, engine }, { count, until }) {
  const from = until - 365 * dayMs;
  const step = Math.floor((365 * dayMs) / count);
  const at = sql.raw(`(${from} + x * ${step})`);
  // Numbers that look thrown, and are the same in every run and on both engines.
  const dice = (sides, salt) => sql.raw(`((x * 7919 + ${salt}) % 104729 % ${sides})`);
  const taken = sql.raw("((x * 7919 + 1) % 104729 % 5 > 0)");
  const run = (statement) => statement.execute(db);

  await run(sql`insert into assignment_group (id, name, chat_requester, takes_attendances, created_at)
    ${numbers(groups)} select ${id("g")}, ${nameOf("Group ")}, 1, 1, 1 from n`);
  await run(sql`insert into account (id, username, name, role, active, availability, capacity, created_at)
    ${numbers(agents)} select ${id("p")}, ${id("p")}, ${nameOf("Agent ")}, 'agent', 1, 'available', 5, 1 from n`);
  await run(sql`insert into conversation (id, requester_id, channel, locale, owner_kind, epoch, last_seq, asked_seq,
      answered_seq, dialog_json, created_at, updated_at)
    ${numbers(count)} select ${id("c")}, ${id("p", `x % ${agents} + 1`)}, case when ${dice(4, 2)} = 0 then 'msteams' else 'web' end,
      case ${dice(3, 3)} when 0 then 'en' when 1 then 'es' else 'pt' end, 'none', 3, 3, 1, 1, '{}', ${at}, ${at} from n`);
  await run(sql`insert into attendance (id, conversation_id, requester_id, phase, status, priority, waiting_since,
      question, language, context_json, agent_id, cause_id, version, created_at, accepted_at, closed_at, updated_at)
    ${numbers(count)} select ${id("a")}, ${id("c")}, ${id("p", `x % ${agents} + 1`)}, 'closed', 'ended', 500, ${at}, 'My screen is black',
      'en', '{"reason":"wish","question":"My screen is black","language":"en","candidates":[],"articles":[],"fields":[]}',
      case when ${taken} then ${id("p", `(x * 31) % ${agents} + 1`)} end, ${id("k")}, 4, ${at},
      case when ${taken} then ${at} + ${dice(900_000, 4)} end, ${at} + 900000 + ${dice(90_000, 5)} * 30, ${at} from n`);
  await run(sql`insert into attendance_mark (attendance_id, reason, accepted_at, answered_at, answer_known)
    ${numbers(count)} select ${id("a")}, case ${dice(4, 6)} when 0 then 'wish' when 1 then 'fallback' when 2 then 'refused'
      else 'direct' end, case when ${taken} then ${at} + ${dice(900_000, 4)} end,
      case when ${taken} then ${at} + ${dice(900_000, 4)} + 18000 end, 1 from n`);
  await run(sql`insert into attendance_group (attendance_id, group_id)
    ${numbers(count)} select ${id("a")}, ${id("g", `(x * 17) % ${groups} + 1`)} from n`);
  await run(sql`insert into attendance_record (attendance_id, last_requested_at)
    ${numbers(count)} select ${id("a")}, ${at} from n`);
  for (const seq of [1, 2, 3]) {
    const kind = seq === 1 ? "requester" : "agent";
    const late = seq === 1 ? sql`0` : sql`${dice(900_000, 4)} + ${sql.lit(seq * 9000)}`;
    await run(sql`insert into message (conversation_id, seq, id, client_message_id, sender_kind, sender_id,
        sender_name, text, epoch, first_sent_at, sent_at)
      ${numbers(count)} select ${id("c")}, ${sql.lit(seq)}, ${id(`m${seq}-`)}, ${id(`m${seq}-`)}, ${sql.lit(kind)}, 'p1', 'Somebody',
        'It goes on and off since this morning.', 1, ${at}, ${at} + ${late} from n ${seq === 1 ? sql`` : sql`where ${taken}`}`);
  }
  await run(sql`insert into turn (message_id, conversation_id, seq, at, text, language, outcome, understood_json)
    ${numbers(count)} select ${id("m1-")}, ${id("c")}, 1, ${at}, 'My screen is black', 'en',
      case ${dice(3, 7)} when 0 then 'answered' when 1 then 'fallback' else 'resumed' end, '{}' from n`);
  await run(sql`insert into survey (conversation_id, attendance_id, asked_at, score, answered_at)
    ${numbers(count)} select ${id("c")}, ${id("a")}, ${at}, ${dice(5, 8)} + 1, ${at} from n where x % 3 = 0`);
  await fillTickets({ run, dice, at, count });
  await sql.raw(engine === "postgres" ? "vacuum analyze" : "analyze").execute(db);
}

async function fillTickets({ run, dice, at, count }) {
  const name = JSON.stringify({ en: "Something", es: "Algo", pt: "Algo" });
  await run(sql`insert into catalog (id, name_json, description_json, phase, via_chat, position)
    values ('y', ${name}, ${name}, 'active', 1, 1)`);
  await run(sql`insert into service (id, catalog_id, name_json, description_json, phase, via_chat, position)
    values ('y', 'y', ${name}, ${name}, 'active', 1, 1)`);
  await run(sql`insert into activity (id, service_id, kind, name_json, description_json, status, via_chat, fields_json,
      samples_json, position) values ('y', 'y', 'request', ${name}, ${name}, 'active', 1, '[]', '[]', 1)`);
  await run(sql`insert into ticket (id, number, kind, state, origin_id, activity_id, requester_id, group_id, assignee_id,
      description, fields_json, conversation_id, cause_id, created_at, updated_at, settled_at)
    ${numbers(count)} select ${id("t")}, ${nameOf("T")}, 'incident', case when ${dice(9, 9)} = 0 then 'open' else 'closed' end,
      'chat', 'y', ${id("p", `x % ${agents} + 1`)}, ${id("g", `(x * 17) % ${groups} + 1`)},
      ${id("p", `(x * 31) % ${agents} + 1`)}, 'My screen is black', '[]', ${id("c")}, ${id("t")}, ${at}, ${at},
      case when ${dice(9, 9)} > 0 then ${at} + 9000000 end from n`);
  for (const [state, after] of [
    ["in-progress", 900_000],
    ["resolved", 9_000_000],
    ["closed", 90_000_000],
  ]) {
    await run(sql`insert into ticket_event (id, ticket_id, at, kind, actor_json, text)
      ${numbers(count)} select ${id(`${state}-`)}, ${id("t")}, ${at} + ${sql.lit(after)}, 'state', '{}', ${sql.lit(state)}
      from n where ${dice(9, 9)} > 0`);
  }
}
