import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import { deskhand } from "../desk/deskhand.mjs";
import { openPlace } from "../servers/desk.mjs";
import { addGroup, addTalks } from "./bare-stock.mjs";

const agentCount = 100;
const question = "My screen is black";
const context = JSON.stringify({
  reason: "wish",
  question,
  language: "en",
  candidates: [],
  articles: [],
  fields: [],
});

/**
 * The rows of a durable claim and nothing else: same tables and indexes, same commits, written by statements that are
 * prepared once, with everything known beforehand. Nothing is read, checked, told or indexed in Redis. What a desk on
 * this store can reach at most.
 */
export async function bareContestant(talks) {
  const place = await openPlace("sqlite");
  const { connectStore, migrate, newId } = await deskhand();
  const store = connectStore(place.options);
  await migrate(store);
  const { agents, groupId } = await addGroup(store, { agents: agentCount, capacity: 1000 });
  const waiting = await addTalks(store, talks);
  await store.close();
  const database = new Database(join(place.env.DATA_DIR, "desk.db"));
  for (const pragma of [
    "journal_mode = WAL",
    "cache_size = -16000",
    "synchronous = FULL",
    "foreign_keys = ON",
  ])
    database.exec(`PRAGMA ${pragma}`);
  const statements = new Map();
  /** One statement for all rows: `text` is given their marks. */
  const write = (text, rows) => {
    const marks = rows.map((row) => `(${row.map(() => "?").join(", ")})`).join(", ");
    const sql = text.replace("…", marks);
    if (!statements.has(sql)) statements.set(sql, database.prepare(sql));
    statements.get(sql).run(rows.flat());
  };
  const inOne = (work) => {
    database.exec("BEGIN IMMEDIATE");
    work();
    database.exec("COMMIT");
  };
  const move = (wins, { kind, notice, text, seq }, now) => {
    const messages = wins.map(({ talk, id, agent }) => [
      talk.conversationId,
      seq,
      newId(),
      `${notice}:${id}:${seq}`,
      ...["system", "system", "Deskhand", text],
      JSON.stringify({ notice: { kind: notice, name: agent?.name } }),
      ...[seq + 1, now, now],
    ]);
    write(
      "insert into message (conversation_id, seq, id, client_message_id, sender_kind, sender_id, sender_name, text, " +
        "extra_json, epoch, first_sent_at, sent_at) values …",
      messages,
    );
    const owners = wins.map(({ talk, agent }) => [
      talk.conversationId,
      kind,
      agent?.accountId ?? null,
      seq,
      now,
    ]);
    write(
      "update conversation set owner_kind = v.column2, owner_id = v.column3, epoch = epoch + 1, last_seq = v.column4, " +
        "answered_seq = last_seq, dialog_json = '{}', updated_at = v.column5 from (values …) as v " +
        "where conversation.id = v.column1",
      owners,
    );
  };
  const request = (talks, now) => {
    const wishes = talks.map((talk) => ({ talk, id: newId() }));
    const rows = wishes.map(({ talk, id }) => [
      ...[id, talk.conversationId, talk.requester.accountId, "logged", "pending", 500, now, question, "en"],
      ...[context, randomUUID(), 1, now, now, now],
    ]);
    write(
      "insert into attendance (id, conversation_id, requester_id, phase, status, priority, waiting_since, question, " +
        "language, context_json, cause_id, version, created_at, updated_at, queued_at) values …",
      rows,
    );
    write(
      "insert into attendance_group (attendance_id, group_id) values …",
      wishes.map(({ id }) => [id, groupId]),
    );
    const text = "You are in the queue. An attendant will be with you soon.";
    move(wishes, { kind: "queue", notice: "attendance-waiting", text, seq: 1 }, now);
    return wishes;
  };
  const accept = (wishes, now) => {
    const wins = wishes.map((wish, at) => ({ ...wish, agent: agents[at % agents.length] }));
    write(
      `update attendance set phase = 'accepted', status = 'active', agent_id = v.column2,
        accept_request_id = v.column3, accepted_at = v.column4, version = version + 1, updated_at = v.column4
        from (values …) as v where attendance.id = v.column1 and phase = 'logged'`,
      wins.map(({ id, agent }) => [id, agent.accountId, randomUUID(), now]),
    );
    const said = {
      kind: "agent",
      notice: "attendance-accepted",
      text: "Somebody is now talking with you.",
      seq: 2,
    };
    move(wins, said, now);
  };
  return {
    run: async (count, atOnce) => {
      const asked = waiting.splice(0, count);
      const there = [];
      for (let at = 0; at < asked.length; at += atOnce)
        inOne(() => there.push(...request(asked.slice(at, at + atOnce), Date.now())));
      for (let at = 0; at < there.length; at += atOnce)
        inOne(() => accept(there.slice(at, at + atOnce), Date.now()));
    },
    close: async () => {
      database.close();
      await place.remove();
    },
  };
}
