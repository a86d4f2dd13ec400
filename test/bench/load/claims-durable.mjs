import { randomUUID } from "node:crypto";
import { deskhand } from "../desk/deskhand.mjs";
import { openPlace } from "../servers/desk.mjs";
import { addGroup, addTalks } from "./bare-stock.mjs";
import { readyRedis } from "./claims-redis.mjs";
import { eachOf } from "./clients.mjs";

const agentCount = 100;

/** Requests and accepts through the store, with the index in Redis; `undefined` where the engine is missing. */
export async function durableContestant(url, engine, talks) {
  const place = await openPlace(engine);
  if (place === undefined) return undefined;
  const { connectStore, migrate, createConversations, createHandoff, createSilentBell } = await deskhand();
  const store = connectStore(place.options);
  await migrate(store);
  const client = await readyRedis(url);
  const { agents, groupId } = await addGroup(store, { agents: agentCount, capacity: 1000 });
  const waiting = await addTalks(store, talks);
  const common = { store, bell: createSilentBell(), now: Date.now, failed: report };
  const conversations = createConversations(common);
  const redis = { client, prefix: `bench-${engine}` };
  const handoff = createHandoff({ ...common, conversations, redis });
  await handoff.sweep();
  return {
    run: async (count, atOnce) => {
      const requested = await eachOf(waiting.splice(0, count), atOnce, (talk) =>
        requestFor(handoff, talk, groupId),
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

export async function requestFor(handoff, { requester, conversationId }, groupId) {
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
