import { randomUUID } from "node:crypto";
import { ask, eachOf, logIn } from "../load/clients.mjs";

const logInsAtOnce = 8;

/**
 * Opens talks between requesters and agents the way people do: ask for an attendant, accept. Each talk has two sides,
 * each with its socket and what it must send beside the text.
 */
export async function openTalks(address, { requesters, agents }) {
  const asking = await eachOf(requesters, logInsAtOnce, (name) => logIn(address, name));
  const attending = await eachOf(agents, logInsAtOnce, (name) => logIn(address, name));
  return eachOf(asking, logInsAtOnce, (requester, at) => openTalk(requester, attending[at]));
}

async function openTalk(requester, agent) {
  const { conversation } = await ask(requester, "conversation:open", { locale: "en" });
  const { id: conversationId } = conversation;
  await ask(requester, "message:send", {
    conversationId,
    clientMessageId: randomUUID(),
    text: "Talk to an attendant",
    value: { kind: "talk-to-attendant" },
  });
  const attendance = await untilWaiting(requester, conversationId);
  const { epoch } = await ask(agent, "attendance:accept", {
    attendanceId: attendance.id,
    requestId: randomUUID(),
  });
  await ask(agent, "conversation:open", { conversationId });
  return [
    { socket: requester, payload: { conversationId } },
    { socket: agent, payload: { conversationId, epoch } },
  ];
}

async function untilWaiting(requester, conversationId) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { conversation } = await ask(requester, "conversation:open", { conversationId });
    if (conversation.attendance?.status === "pending") return conversation.attendance;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The attendance did not come.");
}
