import { randomUUID } from "node:crypto";
import { deskhand } from "../desk/deskhand.mjs";
import { connectListener, eachOf } from "./clients.mjs";

const atOnce = 50;
/** A node finds what it was not told of within this, at the latest. */
const foundWithinMs = 20_000;

/**
 * Agents of one group, each with a socket, and conversations that wait there, put into a running desk by way of its
 * store. The desk finds them by itself.
 */
export async function fillPanel(place, address, { agents, waiting }) {
  const { connectStore, createConversations, createHandoff, createSilentBell, newId, createSessions } =
    await deskhand();
  const store = connectStore(place.options);
  try {
    const group = await store.db
      .selectFrom("assignment_group")
      .select("id")
      .where("name", "=", "Service Desk")
      .executeTakeFirstOrThrow();
    const sessions = createSessions({ db: store.db, now: Date.now, sessionMs: () => 3_600_000 });
    const people = await eachOf(Array.from({ length: agents }), 1, () =>
      addPerson(store, newId(), "agent", group.id),
    );
    const tokens = await eachOf(people, 1, async ({ accountId }) => (await sessions.begin(accountId)).token);
    const failed = (error) => console.error("Background work failed:", error);
    const parts = { store, bell: createSilentBell(), now: Date.now, failed };
    const conversations = createConversations(parts);
    const handoff = createHandoff({ ...parts, conversations });
    const waitingThere = await eachOf(Array.from({ length: waiting }), atOnce, () =>
      addWaiting({ store, conversations, handoff, newId }, group.id),
    );
    await handoff.settled();
    await untilFound(address, tokens[0], waitingThere.length);
    const sockets = await eachOf(tokens, 10, (token) => connectListener(address, { token }));
    return { sockets, waiting: waitingThere, groupId: group.id };
  } finally {
    await store.close();
  }
}

async function addPerson({ db }, accountId, role, groupId) {
  const person = { id: accountId, username: accountId, name: `${role} ${accountId.slice(-6)}`, role };
  const state = { active: 1, availability: "available", capacity: 20, created_at: 1 };
  await db
    .insertInto("account")
    .values({ ...person, ...state })
    .execute();
  if (groupId !== undefined)
    await db.insertInto("membership").values({ group_id: groupId, account_id: accountId }).execute();
  return { accountId, name: person.name, role };
}

async function addWaiting({ store, conversations, handoff, newId }, groupId) {
  const requester = await addPerson(store, newId(), "requester");
  const { id } = await conversations.open({ requesterId: requester.accountId, channel: "web", locale: "en" });
  const question = "The printer on the second floor prints only half of each page";
  const context = { reason: "wish", question, language: "en", candidates: [], articles: [], fields: [] };
  const outcome = await handoff.request({
    conversationId: id,
    requester,
    groupIds: [groupId],
    question,
    language: "en",
    context,
    causeId: randomUUID(),
  });
  if (outcome.status !== "requested") throw new Error(`The request was ${outcome.status}.`);
  return { id: outcome.attendance.row.id, name: requester.name };
}

async function untilFound(address, token, count) {
  const giveUpAt = performance.now() + foundWithinMs;
  for (;;) {
    const response = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    const depth = /deskhand_queue_depth\{group="Service Desk"\} (\d+)/.exec(await response.text())?.[1];
    if (Number(depth) >= count) return;
    if (performance.now() > giveUpAt) throw new Error(`The desk shows ${depth} waiting, not ${count}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The beginning of the fact `attendance:changed`, as the desk writes it. */
const factStart =
  /^\{"attendance":\{"id":"([^"]+)","conversationId":"[^"]+",(?:"ticketNumber":"[^"]*",)?"phase":"([a-z]+)"/;

/**
 * Makes `perSecond` changes for `forMs`: one agent accepts, and `pauseMs` later passes it back to the group. Answers how
 * long after it was asked for each change was seen, on every socket, and when each accept was asked for.
 */
export async function changePanel({ sockets, waiting, groupId }, { perSecond, forMs, pauseMs = 1500 }) {
  const pending = new Map();
  const seen = [];
  const listeners = sockets.map((socket) => {
    const hear = (text) => {
      const [, id, phase] = factStart.exec(text) ?? [];
      const since = pending.get(`${id} ${phase}`);
      if (since !== undefined && !since.has(socket)) since.set(socket, performance.now());
    };
    socket.on("attendance:changed", hear);
    return hear;
  });
  const expect = (key) => {
    const heard = new Map();
    pending.set(key, heard);
    const askedAt = performance.now();
    return () => {
      pending.delete(key);
      for (const at of heard.values()) seen.push(at - askedAt);
      return heard.size;
    };
  };
  const refused = [];
  const accepts = [];
  let missed = 0;
  const work = [];
  const pairs = Math.floor((forMs / 1000) * (perSecond / 2));
  const startedAt = performance.now();
  for (let at = 0; at < pairs; at += 1) {
    await untilMs(startedAt + (at * 2000) / perSecond);
    work.push(changeTwice(at));
  }
  await Promise.all(work);
  for (const [at, socket] of sockets.entries()) socket.off("attendance:changed", listeners[at]);
  return { seen, missed, refused, accepts, changes: 2 * pairs };

  async function changeTwice(at) {
    const { id, name } = waiting[at % waiting.length];
    const socket = sockets[at % sockets.length];
    accepts.push({ name, at: Date.now() });
    const steps = [
      ["attendance:accept", { attendanceId: id, requestId: randomUUID() }, "accepted"],
      ["attendance:transfer", { attendanceId: id, to: { kind: "group", id: groupId } }, "logged"],
    ];
    for (const [request, payload, phase] of steps) {
      const finish = expect(`${id} ${phase}`);
      const answer = await socket.timeout(20_000).emitWithAck(request, payload);
      if (!answer.ok) refused.push(answer.error.code);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (answer.ok) missed += sockets.length - finish();
    }
  }
}

async function untilMs(at) {
  const left = at - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
