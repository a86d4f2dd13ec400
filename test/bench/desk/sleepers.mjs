import { deskhand } from "./deskhand.mjs";
import { inParts } from "./in-parts.mjs";

/** As the desk gives it: a session that is half over is prolonged, which none of these is. */
const sessionMs = 12 * 3_600_000;

/**
 * Requesters who have logged in before and whose talk with the assistant is open, written straight into the store: a
 * password hash for each of thousands would take the bench longer than what it measures. Answers what each one's socket
 * logs in with, and asks for.
 */
export async function addSleepers(place, count) {
  const { connectStore, newId, hashToken, newToken } = await deskhand();
  const store = connectStore(place.options);
  try {
    const { id: groupId } = await store.db
      .selectFrom("assignment_group")
      .select("id")
      .where("name", "=", "Employees")
      .executeTakeFirstOrThrow();
    const people = Array.from({ length: count }, () => ({
      ...{ accountId: newId(), conversationId: newId(), sessionId: newId(), token: newToken() },
    }));
    const now = Date.now();
    await store.db.transaction().execute(async (trx) => {
      const insert = (table, toRow) => inParts(trx, table, people.map(toRow));
      await insert("account", (one, at) => toAccount(one, at, now));
      await insert("membership", ({ accountId }) => ({ account_id: accountId, group_id: groupId }));
      await insert("session", ({ sessionId, token, accountId }) => ({
        ...{ id: sessionId, token_hash: hashToken(token), account_id: accountId },
        ...{ created_at: now, expires_at: now + sessionMs },
      }));
      await insert("conversation", (one) => toConversation(one, now));
      for (const seq of [1, 2]) await insert("message", (one) => toMessage(one, seq, newId(), now));
    });
    return people.map(({ token, conversationId }) => ({ auth: { token }, conversationId }));
  } finally {
    await store.close();
  }
}

function toAccount({ accountId }, at, now) {
  return {
    ...{
      id: accountId,
      username: `sleeper-${accountId}`,
      name: `Sleeper ${at}`,
      role: "requester",
      locale: "en",
    },
    ...{ active: 1, availability: "offline", capacity: 0, created_at: now },
  };
}

function toConversation({ accountId, conversationId }, now) {
  return {
    ...{ id: conversationId, requester_id: accountId, channel: "web", locale: "en", owner_kind: "assistant" },
    ...{ epoch: 1, last_seq: 2, asked_seq: 1, answered_seq: 1, dialog_json: "{}" },
    ...{ created_at: now, updated_at: now },
  };
}

function toMessage({ accountId, conversationId }, seq, id, now) {
  const sender =
    seq === 1
      ? { sender_kind: "requester", sender_id: accountId, sender_name: "Sleeper" }
      : { sender_kind: "assistant", sender_id: "assistant", sender_name: "Assistant" };
  const text =
    seq === 1 ? "How do I reset my password?" : "Open the page of your account and choose a new one.";
  return {
    ...{ conversation_id: conversationId, seq, id, client_message_id: id, ...sender, text },
    ...{ epoch: 1, first_sent_at: now, sent_at: now },
  };
}
