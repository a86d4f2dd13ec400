import { randomUUID } from "node:crypto";
import { deskhand } from "../desk/deskhand.mjs";
import { connect, eachOf } from "./clients.mjs";

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
    const ids = await eachOf(Array.from({ length: waiting }), atOnce, () =>
      addWaiting({ store, conversations, handoff, newId }, group.id),
    );
    await handoff.settled();
    const sockets = await eachOf(tokens, 10, (token) => connect(address, { token }));
    await untilFound(address, tokens[0], ids.length);
    return { sockets, ids, groupId: group.id };
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
  return outcome.attendance.row.id;
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

/**
 * Makes `perSecond` changes for `forMs`: one agent accepts, and half a second later passes it back to the group.
 * Answers how long after it was asked for each change was seen, on every socket.
 */
export async function changePanel({ sockets, ids, groupId }, { perSecond, forMs }) {
  const pending = new Map();
  const seen = [];
  for (const socket of sockets) {
    socket.on("attendance:changed", ({ attendance: { id, phase } }) => {
      const since = pending.get(`${id} ${phase}`);
      if (since === undefined || since.has(socket)) return;
      since.set(socket, performance.now());
    });
  }
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
  let missed = 0;
  const work = [];
  const pairs = Math.floor((forMs / 1000) * (perSecond / 2));
  const startedAt = performance.now();
  for (let at = 0; at < pairs; at += 1) {
    await untilMs(startedAt + (at * 2000) / perSecond);
    work.push(changeTwice(at));
  }
  await Promise.all(work);
  return { seen, missed, refused, changes: 2 * pairs };

  async function changeTwice(at) {
    const id = ids[at % ids.length];
    const socket = sockets[at % sockets.length];
    const steps = [
      ["attendance:accept", { attendanceId: id, requestId: randomUUID() }, "accepted"],
      ["attendance:transfer", { attendanceId: id, to: { kind: "group", id: groupId } }, "logged"],
    ];
    for (const [name, payload, phase] of steps) {
      const finish = expect(`${id} ${phase}`);
      const answer = await socket.timeout(20_000).emitWithAck(name, payload);
      if (!answer.ok) refused.push(answer.error.code);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      if (answer.ok) missed += sockets.length - finish();
    }
  }
}

async function untilMs(at) {
  const left = at - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
