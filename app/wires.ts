import { z } from "zod";
import type { Bot } from "../bot/index.js";
import type { Accounts, Mailer, Parameters } from "../config/index.js";
import type { Bell, Conversations } from "../conversation/index.js";
import type { Handoff, HandoffEvents } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";
import type { Absences } from "./absences/index.js";
import { consoleSettings, messageExchangeParameter, messageNoticeParameter } from "./console-settings.js";
import { connectColleagues } from "./consults.js";
import type { Domains } from "./domains.js";
import { onceStoreAnswers } from "./once-store-answers.js";
import { isHere } from "./presence.js";
import type { Records } from "./records/index.js";
import type { Regroup } from "./regroup.js";
import { connectTeam } from "./team/index.js";
import { createTellPlaces } from "./tell-places.js";
import { createTellPresence } from "./tell-presence.js";
import type { TicketNews } from "./ticket-news.js";
import type { Views } from "./views.js";

const typingSchema = z.strictObject({
  conversationId: z.string(),
  accountId: z.string(),
  name: z.string(),
  on: z.boolean(),
});

export interface Wired
  extends Pick<
    Domains,
    | "store"
    | "consults"
    | "directLine"
    | "languageModel"
    | "personOf"
    | "team"
    | "wall"
    | "notify"
    | "ticketMessages"
  > {
  readonly bell: Bell;
  readonly sockets: Sockets;
  readonly regroup: Regroup;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly accounts: Accounts;
  readonly views: Views;
  readonly bot: Bot;
  readonly absences: Absences;
  readonly mailer: Mailer;
  readonly ticketNews: TicketNews;
  readonly parameters: Parameters;
  readonly records: Records;
  /** Told of what could not be shown; it is found again when a client asks. */
  readonly failed: (error: unknown) => void;
}

/** Every wire from a fact of a part to the people who see it, in one list. Answers how to cut them all. */
export function connectWires(parts: Wired): () => void {
  const { sockets, conversations, handoff, accounts, bot } = parts;
  let isConnected = true;
  const run = (work: () => Promise<void>) => {
    onceStoreAnswers(work, () => isConnected).catch((error: unknown) => {
      // What is told after the last socket has gone reaches nobody, and there may be no store to ask any more.
      if (isConnected) parts.failed(error);
    });
  };
  const tellPlaces = createTellPlaces(parts);
  const tellPresence = createTellPresence(parts);
  const cuts = [
    conversations.events.on("asked", (id, messageId) => bot.kick(id, messageId)),
    conversations.events.on("posted", (message) =>
      sockets.toConversation(message.conversationId, "message:posted", { message }),
    ),
    conversations.events.on("stored", (message) => parts.absences.heard(message)),
    conversations.events.on("stored", (message) => run(() => parts.records.answered.heard(message))),
    conversations.events.on("changed", (id) => run(() => tellConversation(parts, id))),
    conversations.events.on("was-read", (mark) =>
      sockets.toConversation(mark.conversationId, "message:was-read", mark),
    ),
    handoff.events.on("attendance-changed", (id) => run(() => tellAttendance(parts, id))),
    handoff.events.on("queue-changed", ({ groupId }) => tellPlaces(groupId)),
    handoff.events.on("offers-paused", ({ accountId, ...pause }) =>
      sockets.toAccount(accountId, "offers:paused", pause),
    ),
    handoff.events.on("queue-changed", (queue) => sockets.toGroups([queue.groupId], "queue:changed", queue)),
    handoff.events.on("presence-changed", (person) => run(() => tellPresence(person))),
    handoff.events.on("presence-changed", (person) => {
      if (isHere(person)) run(() => parts.absences.cameBack(person.accountId));
    }),
    parts.ticketNews.onNews(({ ticketNumber, accountIds, groupId }) => {
      for (const id of accountIds) sockets.toAccount(id, "ticket:changed", { ticketNumber });
      if (groupId !== undefined) sockets.toGroups([groupId], "ticket:changed", { ticketNumber });
    }),
    parts.parameters.onChanged(({ number }) => {
      if (number === messageExchangeParameter || number === messageNoticeParameter)
        sockets.toStaff("settings:changed", consoleSettings(parts.parameters));
    }),
    parts.mailer.onSent(({ conversation_id: id }) => {
      if (id !== null) conversations.announce({ conversationIds: [id] });
    }),
    handoff.events.on("ownership-lost", (loss) => run(() => tellLoss(parts, loss))),
    parts.bell.on("typing", (payload) => {
      const typing = typingSchema.safeParse(JSON.parse(payload));
      if (!typing.success) return;
      sockets.toConversation(typing.data.conversationId, "typing:changed", typing.data);
      parts.directLine.showTyping(typing.data);
    }),
    parts.directLine.onTyping((typing) => {
      sockets.toConversation(typing.conversationId, "typing:changed", typing);
      parts.bell.ring("typing", JSON.stringify(typing));
    }),
    parts.languageModel.onWriting((conversationId, on) => {
      const typing = { conversationId, accountId: "assistant", name: "Assistant", on };
      sockets.toConversation(conversationId, "typing:changed", typing);
      parts.directLine.showTyping(typing);
      parts.bell.ring("typing", JSON.stringify(typing));
    }),
    ...connectColleagues(parts),
    ...connectTeam(parts),
    accounts.onMoved(parts.regroup.moved),
    accounts.onSessionEnded(({ sessionId, reason }) => sockets.endSession(sessionId, reason)),
  ];
  return () => {
    isConnected = false;
    for (const cut of cuts) cut();
  };
}

/** To both sides, each in its own view, and to the requester's other tabs; where nobody would hear it nothing is read. */
async function tellConversation({ sockets, conversations, views }: Wired, id: string): Promise<void> {
  const row = await conversations.byId(id);
  if (row === undefined || !(sockets.isFollowed(id) || sockets.isOnline(row.requester_id))) return;
  const { requester, agent } = await views.ofSides(row);
  if (agent.kind !== undefined) {
    // A talk among colleagues is for those who have it open, on whichever side.
    sockets.toConversation(id, "conversation:changed", { conversation: agent });
    return;
  }
  sockets.toAccount(requester.requester.id, "conversation:changed", { conversation: requester });
  sockets.toSide(id, "agent", "conversation:changed", { conversation: agent });
}

/** To everybody of its groups with the reasons it came, to the requester without them, and to the agent who is asked. */
async function tellAttendance({ sockets, handoff }: Wired, id: string): Promise<void> {
  const sides = await handoff.reads.sides(id);
  if (sides === undefined) return;
  const { staff, requester, offered } = sides;
  sockets.toGroups(staff.groupIds, "attendance:changed", { attendance: staff });
  if (staff.agent !== undefined)
    sockets.toAccount(staff.agent.id, "attendance:changed", { attendance: staff });
  sockets.toAccount(requester.requester.id, "attendance:changed", { attendance: requester });
  // An offer that is over is told by the attendance itself.
  if (offered !== undefined)
    sockets.toAccount(offered.agentId, "attendance:offered", { attendanceId: id, until: offered.until });
}

async function tellLoss(
  { sockets, conversations, views }: Wired,
  { conversationId, accountId, epoch, reason }: HandoffEvents["ownership-lost"][0],
): Promise<void> {
  const row = await conversations.byId(conversationId);
  if (row === undefined) return;
  const { owner } = (await views.ofSides(row)).agent;
  const why = reason === undefined ? {} : { reason };
  sockets.toAccount(accountId, "ownership:lost", { conversationId, epoch, owner, ...why });
}
