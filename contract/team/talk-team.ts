import { z } from "zod";
import type { Attendance } from "../attendance.js";
import { type Conversation, type Person, personSchema } from "../conversation.js";
import { clientIdSchema, idSchema } from "../ids.js";
import { maxMessageChars } from "../limits.js";
import type { Wall, WallChange } from "./wall.js";

/** Words of a colleague for colleagues: the requester's side of a talk never hears of them. */
export const noteSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  /** The last message there was when it was written: where it stands in the talk. */
  afterSeq: z.int().nonnegative(),
  author: personSchema,
  text: z.string(),
  mentions: z.array(personSchema),
  /** The colleague a supervisor whispers to. */
  to: personSchema.optional(),
  clientNoteId: z.string(),
  sentAt: z.int(),
});
export type Note = z.infer<typeof noteSchema>;

/** What agents ask about a talk they share. */
export const teamRequests = {
  "note:post": z.strictObject({
    conversationId: idSchema,
    clientNoteId: clientIdSchema,
    text: z.string().trim().min(1).max(maxMessageChars),
    mentions: z.array(idSchema).max(20).optional(),
    to: idSchema.optional(),
  }),
  "participant:add": z.strictObject({ conversationId: idSchema, accountId: idSchema }),
  "participant:remove": z.strictObject({ conversationId: idSchema, accountId: idSchema }),
  "participant:quit": z.strictObject({ conversationId: idSchema }),
  "viewing:set": z.strictObject({ conversationId: idSchema, on: z.boolean() }),
  "talk:watch": z.strictObject({ conversationId: idSchema }),
  "attendance:take-over": z.strictObject({
    attendanceId: idSchema,
    requestId: clientIdSchema,
    /** The ownership the supervisor saw: of two who take over at once one wins. */
    epoch: z.int().positive(),
    /** Said after the refusal that the supervisor's capacity is used up. */
    beyondCapacity: z.boolean().optional(),
  }),
  "attendance:merge": z.strictObject({ attendanceId: idSchema, intoAttendanceId: idSchema }),
  "wall:follow": z.strictObject({ on: z.boolean() }),
} as const;

export interface TeamAnswers {
  "note:post": { note: Note };
  "participant:add": { participants: Person[] };
  "participant:remove": { participants: Person[] };
  "participant:quit": Record<never, never>;
  "viewing:set": { viewers: Person[] };
  "talk:watch": { conversation: Conversation; lastSeq: number };
  "attendance:take-over": {
    conversationId: string;
    epoch: number;
    attendance: Attendance;
    conversation: Conversation;
  };
  "attendance:merge": { attendance: Attendance; conversation: Conversation };
  "wall:follow": { wall?: Wall };
}

export interface TeamFacts {
  "note:posted": { note: Note };
  /** The whole list after the change, owner first; also told to whoever came or went. */
  "participants:changed": {
    conversationId: string;
    participants: Person[];
    change: { kind: "added" | "removed" | "left"; person: Person; by: string };
  };
  "viewing:changed": { conversationId: string; viewers: Person[] };
  "wall:changed": WallChange;
  /** A new request for one of the assigned agents, to show on the desktop where this browser was asked to (S3-10). */
  "desk:notified": { attendanceId: string; conversationId: string; requesterName: string; question: string };
  /** The requester of a ticket has written there; to its assignee and its owner (300). */
  "ticket:message-told": { ticketNumber: string; authorName: string; text: string };
}

export const maxParticipants = 200;

const tagName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((name) => name.toLowerCase());
export const tagsSchema = z.strictObject({ tags: z.array(tagName).max(30) });

/** An earlier talk or ticket of the same requester, as far as the reader may see it. */
export const pastTalkSchema = z.strictObject({
  conversationId: idSchema,
  channel: z.string(),
  question: z.string(),
  ticketNumber: z.string().optional(),
  agentName: z.string().optional(),
  /** Not ended yet: it may be merged. */
  open: z.boolean(),
  attendanceId: idSchema.optional(),
  mergedInto: idSchema.optional(),
  startedAt: z.int(),
});
export type PastTalk = z.infer<typeof pastTalkSchema>;

export const talkTeamSchema = z.strictObject({
  participants: z.array(personSchema),
  viewers: z.array(personSchema),
  tags: z.array(z.string()),
  notes: z.array(noteSchema),
});
export type TalkTeam = z.infer<typeof talkTeamSchema>;
