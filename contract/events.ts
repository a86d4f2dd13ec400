import { z } from "zod";
import { type Availability, availabilitySchema } from "./account.js";
import { actionValueSchema } from "./action.js";
import type { Attendance } from "./attendance.js";
import { type Consult, type Contact, consultRequestSchemas, type OffRecord } from "./consult.js";
import type { Conversation, Message } from "./conversation.js";
import type { ErrorBody } from "./errors.js";
import { clientIdSchema, idSchema } from "./ids.js";
import { maxFilesPerMessage } from "./limits.js";
import { localeSchema } from "./locale-schema.js";
import { type TeamAnswers, type TeamFacts, teamRequests } from "./team/talk-team.js";

/** One schema per event a client may send; unknown keys are refused (reliability S13). */
export const requestSchemas = {
  "conversation:open": z.strictObject({
    conversationId: idSchema.optional(),
    locale: localeSchema.optional(),
  }),
  "conversation:sync": z.strictObject({
    conversationId: idSchema,
    afterSeq: z.int().nonnegative(),
  }),
  "conversation:close": z.strictObject({ conversationId: idSchema, reason: z.string().max(500).optional() }),
  "message:send": z.strictObject({
    conversationId: idSchema,
    clientMessageId: clientIdSchema,
    text: z.string(),
    value: actionValueSchema.optional(),
    /** Files this person has uploaded into the conversation and not sent yet. */
    attachments: z.array(idSchema).min(1).max(maxFilesPerMessage).optional(),
    /** Needed from agents: the epoch under which this is written. */
    epoch: z.int().positive().optional(),
    /** When the person first pressed Enter, ms UTC; a resent message keeps it (D12). */
    firstSentAt: z.int().positive().optional(),
    /** From agents: an article that goes with it as a card, where its requester may read it. */
    articleId: idSchema.optional(),
  }),
  "message:read": z.strictObject({ conversationId: idSchema, upToSeq: z.int().nonnegative() }),
  "typing:set": z.strictObject({ conversationId: idSchema, on: z.boolean() }),
  "presence:set": z.strictObject({ status: availabilitySchema }),
  "attendance:accept": z.strictObject({
    attendanceId: idSchema,
    requestId: clientIdSchema,
    /** For which of the agent's groups, where several of them could (S0-25). */
    groupId: idSchema.optional(),
  }),
  /** Says no to an offer; it goes to the next one. */
  "attendance:decline": z.strictObject({ attendanceId: idSchema }),
  /** A supervisor gives it to an agent of its groups. */
  "attendance:assign": z.strictObject({
    attendanceId: idSchema,
    agentId: idSchema,
    note: z.string().max(2000).optional(),
  }),
  "attendance:cancel": z.strictObject({ attendanceId: idSchema, reason: z.string().max(500).optional() }),
  "attendance:end": z.strictObject({
    attendanceId: idSchema,
    /** An attendant's completion code (S1-28). */
    completionCodeId: idSchema.optional(),
    reason: z.string().max(500).optional(),
  }),
  "attendance:transfer": z.strictObject({
    attendanceId: idSchema,
    to: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("agent"), id: idSchema }),
      z.strictObject({ kind: z.literal("group"), id: idSchema }),
      z.strictObject({ kind: z.literal("assistant") }),
    ]),
    note: z.string().max(2000).optional(),
  }),
  ...consultRequestSchemas,
  ...teamRequests,
} as const;

export type RequestName = keyof typeof requestSchemas;
export type Request<N extends RequestName> = z.infer<(typeof requestSchemas)[N]>;

/** What each request is answered with, beside `ok: true`. */
export interface Answers extends TeamAnswers {
  "conversation:open": { conversation: Conversation; lastSeq: number };
  "conversation:sync": { messages: Message[]; upTo: number; complete: boolean; resync?: boolean };
  "conversation:close": { conversation: Conversation };
  "message:send": { message: Message };
  "message:read": Record<never, never>;
  "typing:set": Record<never, never>;
  "presence:set": { status: Availability };
  "attendance:accept": {
    conversationId: string;
    epoch: number;
    attendance: Attendance;
    conversation: Conversation;
  };
  "attendance:decline": Record<never, never>;
  "attendance:assign": { attendance: Attendance };
  "attendance:cancel": { attendance: Attendance };
  "attendance:end": { attendance: Attendance };
  "attendance:transfer": { attendance: Attendance };
  "consult:start": { consult: Consult };
  "consult:invite": { consult: Consult };
  "consult:accept": { consult: Consult };
  "consult:decline": Record<never, never>;
  "consult:leave": { consult: Consult };
  "consult:time": { consult: Consult };
  "off-record:send": { offRecord: OffRecord };
  "off-record:sync": { items: OffRecord[] };
  "off-record:select": Record<never, never>;
  "contact:set": { contact: Contact };
  "direct:open": { contact: Contact };
}

export type Ack<N extends RequestName> = ({ ok: true } & Answers[N]) | { ok: false; error: ErrorBody };

export type ClientToServer = {
  [N in RequestName]: (payload: Request<N>, ack: (answer: Ack<N>) => void) => void;
};

/** Facts the server states. Each is whole: a client replaces what it had, and drops an older one. */
export interface Facts extends TeamFacts {
  "message:posted": { message: Message };
  "conversation:changed": { conversation: Conversation };
  "attendance:changed": { attendance: Attendance };
  /** Something about a ticket is new; read it again. */
  "ticket:changed": { ticketNumber: string };
  /** What the console must know of the parameters (299). */
  "settings:changed": { messageExchange: boolean; messageNotices: boolean };
  /** To the agent who is asked, and nobody else; it follows the `attendance:changed` of the same change. */
  "attendance:offered": { attendanceId: string; until: number };
  /**
   * To an agent who let too much pass: no new offers until then, or until they set themselves available. `pull`: nothing
   * is given out to them, so that nothing is paused; their talks went back to the queue.
   */
  "offers:paused": { until: number; giving: "pull" | "push" };
  "queue:changed": { groupId: string; waiting: number };
  "presence:changed": { accountId: string; status: Availability; online: boolean };
  "typing:changed": { conversationId: string; accountId: string; name: string; on: boolean };
  "message:was-read": {
    conversationId: string;
    accountId: string;
    side: "requester" | "agent";
    upToSeq: number;
  };
  /** `silent`: its agent did not answer in the time the group gives. */
  "ownership:lost": {
    conversationId: string;
    epoch: number;
    owner: Conversation["owner"];
    reason?: "silent";
  };
  /** To the people of the consult, each in their own view. */
  "consult:changed": { consult: Consult };
  /** To the two people of the message. */
  "off-record:posted": { offRecord: OffRecord };
  /** To the chosen participant: the next words may be for them alone (S4-25). */
  "off-record:selected": { conversationId: string; accountId: string; name: string; on: boolean };
  /** To the two people of the contact. */
  "contact:changed": { contact: Contact };
  /** To a person who belongs to other groups now; what the socket may hear has changed, so everything is read anew. */
  "groups:changed": { groupIds: readonly string[] };
  "session:ended": { reason: "logged-out" | "expired" | "deactivated" };
}
export type FactName = keyof Facts;

export type ServerToClient = { [N in FactName]: (payload: Facts[N]) => void };
