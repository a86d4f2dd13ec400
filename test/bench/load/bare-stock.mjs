import { deskhand } from "../desk/deskhand.mjs";

const rowsAtOnce = 50;

/** A group and its agents, straight in the tables. */
export async function addGroup(store, { agents: count, capacity, routing }) {
  const { newId } = await deskhand();
  const groupId = newId();
  const agents = people(newId, count, "agent");
  const group = {
    id: groupId,
    name: `Bench ${groupId}`,
    chat_requester: 1,
    takes_attendances: 1,
    created_at: 1,
  };
  const routing_json = routing === undefined ? null : JSON.stringify(routing);
  await store.db
    .insertInto("assignment_group")
    .values({ ...group, routing_json })
    .execute();
  await insertAll(
    store,
    "account",
    agents.map((agent) => toAccount(agent, capacity)),
  );
  const links = agents.map(({ accountId }) => ({ group_id: groupId, account_id: accountId }));
  await insertAll(store, "membership", links);
  return { agents, groupId };
}

/** Open conversations of as many requesters, straight in the tables. */
export async function addTalks(store, count) {
  const { newId } = await deskhand();
  const requesters = people(newId, count, "requester");
  const talks = requesters.map((requester) => ({ requester, conversationId: newId() }));
  await insertAll(
    store,
    "account",
    requesters.map((requester) => toAccount(requester, 1)),
  );
  await insertAll(store, "conversation", talks.map(toConversation));
  return talks;
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

function toAccount({ accountId, name, role }, capacity) {
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
    capacity,
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
