import { randomUUID } from "node:crypto";
import { deskhand } from "../desk/deskhand.mjs";
import { openPlace } from "../servers/desk.mjs";
import { readyRedis } from "./claims-redis.mjs";
import { eachOf } from "./clients.mjs";

const agentCount = 100;
const rowsAtOnce = 50;

/** Requests and accepts through the store, with the index in Redis; `undefined` where the engine is missing. */
export async function durableContestant(url, engine, talks) {
  const place = await openPlace(engine);
  if (place === undefined) return undefined;
  const { connectStore, migrate, createConversations, createHandoff, createSilentBell } = await deskhand();
  const store = connectStore(place.options);
  await migrate(store);
  const client = await readyRedis(url);
  const { agents, groupId, waiting } = await fillStore(store, talks);
  const common = { store, bell: createSilentBell(), now: Date.now, failed: report };
  const conversations = createConversations(common);
  const redis = { client, prefix: `bench-${engine}` };
  const handoff = createHandoff({ ...common, conversations, redis });
  await handoff.sweep();
  return {
    run: async (count, atOnce) => {
      const requested = await eachOf(waiting.splice(0, count), atOnce, (talk) =>
        request(handoff, talk, groupId),
      );
      await eachOf(requested, atOnce, (id, at) => accept(handoff, id, agents[at % agents.length]));
    },
    close: async () => {
      await handoff.settled();
      client.disconnect();
      await store.close();
      await place.remove();
    },
  };
}

function report(error) {
  console.error("Background work failed:", error);
}

async function request(handoff, { requester, conversationId }, groupId) {
  const question = "My screen is black";
  const context = { reason: "wish", question, language: "en", candidates: [], articles: [], fields: [] };
  const outcome = await handoff.request({
    conversationId,
    requester,
    groupIds: [groupId],
    question,
    language: "en",
    context,
    causeId: randomUUID(),
  });
  if (outcome.status !== "requested") throw new Error(`The request was ${outcome.status}.`);
  return outcome.attendance.row.id;
}

async function accept(handoff, attendanceId, agent) {
  const { status } = await handoff.accept({ attendanceId, agent, requestId: randomUUID() });
  if (status !== "accepted") throw new Error(`The accept was ${status}.`);
}

/** Agents of one group, and open conversations of as many requesters, straight in the tables. */
async function fillStore(store, talks) {
  const { newId } = await deskhand();
  const groupId = newId();
  const agents = people(newId, agentCount, "agent");
  const requesters = people(newId, talks, "requester");
  const waiting = requesters.map((requester) => ({ requester, conversationId: newId() }));
  const group = { id: groupId, name: "Bench", chat_requester: 1, takes_attendances: 1, created_at: 1 };
  await store.db.insertInto("assignment_group").values(group).execute();
  await insertAll(store, "account", [...agents, ...requesters].map(toAccount));
  const links = agents.map(({ accountId }) => ({ group_id: groupId, account_id: accountId }));
  await insertAll(store, "membership", links);
  await insertAll(store, "conversation", waiting.map(toConversation));
  return { agents, groupId, waiting };
}

function people(newId, count, role) {
  return Array.from({ length: count }, (_, at) => ({ accountId: newId(), name: `${role} ${at}`, role }));
}

async function insertAll(store, table, rows) {
  await store.db.transaction().execute(async (trx) => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      await trx
        .insertInto(table)
        .values(rows.slice(at, at + rowsAtOnce))
        .execute();
    }
  });
}

function toAccount({ accountId, name, role }) {
  return {
    id: accountId,
    username: accountId,
    name,
    email: null,
    role,
    locale: null,
    photo_url: null,
    password_hash: null,
    active: 1,
    availability: "available",
    capacity: 1000,
    created_at: 1,
  };
}

function toConversation({ requester, conversationId }) {
  return {
    id: conversationId,
    requester_id: requester.accountId,
    channel: "web",
    locale: "en",
    owner_kind: "assistant",
    owner_id: null,
    epoch: 1,
    last_seq: 0,
    asked_seq: 0,
    answered_seq: 0,
    ticket_id: null,
    dialog_json: "{}",
    created_at: 1,
    updated_at: 1,
  };
}
