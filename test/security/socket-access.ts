import { randomUUID } from "node:crypto";
import type { Role } from "./access.js";
import type { World } from "./world.js";

const staff: readonly Role[] = ["attending", "colleague", "outsider", "supervisor", "admin"];
const leads: readonly Role[] = ["supervisor", "admin"];
const seers: readonly Role[] = ["attending", "colleague", ...leads];

export interface SocketRule {
  readonly who: readonly Role[];
  /** Right in every other way: what refuses it is who asks. */
  readonly payload: unknown;
}

/** Who may ask what over a socket, about the talk of this world. */
export function socketAccess(ids: World["ids"]): Readonly<Record<string, SocketRule>> {
  const { conversation: conversationId, attendance, waiting, consult, epoch, agent } = ids;
  const attendanceId = attendance;
  return {
    "conversation:open": { who: ["owner", ...seers], payload: { conversationId } },
    "conversation:sync": { who: ["owner", ...seers], payload: { conversationId, afterSeq: 0 } },
    "conversation:close": { who: ["owner", "attending", ...leads], payload: { conversationId } },
    "message:send": {
      who: ["owner", "attending"],
      payload: { conversationId, clientMessageId: randomUUID(), text: "hi", epoch },
    },
    "message:read": { who: ["owner", ...seers], payload: { conversationId, upToSeq: 1 } },
    "typing:set": { who: ["owner", ...seers], payload: { conversationId, on: true } },
    "presence:set": { who: staff, payload: { status: "available" } },
    "attendance:accept": {
      who: ["attending", "colleague"],
      payload: { attendanceId: waiting, requestId: randomUUID() },
    },
    "attendance:decline": { who: ["attending", "colleague"], payload: { attendanceId: waiting } },
    "attendance:assign": { who: leads, payload: { attendanceId: waiting, agentId: agent } },
    "attendance:cancel": { who: seers, payload: { attendanceId: waiting } },
    "attendance:end": { who: ["attending", "owner", ...leads], payload: { attendanceId } },
    "attendance:transfer": {
      who: ["attending", ...leads],
      payload: { attendanceId, to: { kind: "assistant" } },
    },
    "attendance:take-over": { who: leads, payload: { attendanceId, requestId: randomUUID(), epoch } },
    "attendance:merge": {
      who: ["attending", ...leads],
      payload: { attendanceId, intoAttendanceId: waiting },
    },
    "consult:start": {
      who: staff,
      payload: { requestId: randomUUID(), title: "x", accountIds: [agent], groupIds: [] },
    },
    "consult:invite": {
      who: ["attending", "colleague"],
      payload: { conversationId: consult, accountIds: [agent], groupIds: [] },
    },
    "consult:accept": { who: ["attending", "colleague"], payload: { conversationId: consult } },
    // Says nothing and changes nothing for those who were not asked.
    "consult:decline": { who: staff, payload: { conversationId: consult } },
    "consult:leave": { who: ["attending", "colleague"], payload: { conversationId: consult } },
    "consult:time": { who: ["attending"], payload: { conversationId: consult, change: { kind: "pause" } } },
    "off-record:send": {
      who: ["attending", "colleague"],
      payload: { conversationId: consult, clientMessageId: randomUUID(), recipientId: agent, text: "x" },
    },
    // Of what was said to oneself: nothing, to others.
    "off-record:sync": { who: staff, payload: { conversationId: consult } },
    "off-record:select": {
      who: ["attending", "colleague"],
      payload: { conversationId: consult, recipientId: agent, on: true },
    },
    "contact:set": { who: staff, payload: { accountId: agent, linked: true } },
    "direct:open": { who: staff, payload: { accountId: agent } },
    "note:post": {
      who: seers,
      payload: { conversationId, clientNoteId: randomUUID(), text: "x" },
    },
    "participant:add": { who: ["attending", ...leads], payload: { conversationId, accountId: agent } },
    "participant:remove": { who: ["attending", ...leads], payload: { conversationId, accountId: agent } },
    "participant:quit": { who: seers, payload: { conversationId } },
    "viewing:set": { who: seers, payload: { conversationId, on: true } },
    "talk:watch": { who: leads, payload: { conversationId } },
    "wall:follow": { who: leads, payload: { on: true } },
  };
}
