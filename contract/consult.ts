import { z } from "zod";
import { messageSchema, personSchema } from "./conversation.js";
import { clientIdSchema, idSchema } from "./ids.js";

/** How somebody stands to a consult. Who is only invited is told that there is one, and nothing of what is said. */
export const participantSchema = z.strictObject({
  person: personSchema,
  state: z.enum(["invited", "joined", "left", "declined"]),
  isOriginator: z.boolean(),
});
export type Participant = z.infer<typeof participantSchema>;

/** A talk among colleagues, as one of them sees it (S4). */
export const consultSchema = z.strictObject({
  /** The id of its conversation. */
  id: idSchema,
  title: z.string(),
  ticketNumber: z.string().optional(),
  /** The talk with a requester it was opened beside. */
  aboutId: idSchema.optional(),
  originator: personSchema,
  mine: participantSchema.shape.state,
  /** Who has asked this person to come, while they have not. */
  invitedBy: personSchema.optional(),
  /** Empty for who is only invited. */
  participants: z.array(participantSchema),
  /** Chat Time: `spentMs` and, while it runs, the time since `runningSince` (ms UTC). */
  clock: z.strictObject({ spentMs: z.int().nonnegative(), runningSince: z.int().optional() }),
  startedAt: z.int(),
  endedAt: z.int().optional(),
  /** The server's time, so that a page with another clock counts right. */
  at: z.int(),
  /** Grows by one at each change; a client drops an older one. */
  version: z.int().positive(),
});
export type Consult = z.infer<typeof consultSchema>;

/** A message that two people see and nobody else; gone when the consult ends. */
export const offRecordSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  clientMessageId: z.string(),
  sender: z.strictObject({ id: idSchema, name: z.string() }),
  recipient: z.strictObject({ id: idSchema, name: z.string() }),
  /** Its place: after this message of the log. */
  afterSeq: z.int().nonnegative(),
  text: z.string(),
  sentAt: z.int(),
});
export type OffRecord = z.infer<typeof offRecordSchema>;

/** A colleague, and who of the two has linked the other (S2-39, S2-40). */
export const contactSchema = z.strictObject({
  accountId: idSchema,
  name: z.string(),
  linked: z.boolean(),
  linksBack: z.boolean(),
  /** Their talk, once one was begun. */
  conversationId: idSchema.optional(),
});
export type Contact = z.infer<typeof contactSchema>;

const inviteesSchema = {
  accountIds: z.array(idSchema).max(100).default([]),
  groupIds: z.array(idSchema).max(50).default([]),
};

/** The schemas of what colleagues may ask over sockets. */
export const consultRequestSchemas = {
  "consult:start": z.strictObject({
    requestId: clientIdSchema,
    title: z.string().max(200).default(""),
    ticketNumber: z.string().max(40).optional(),
    aboutId: idSchema.optional(),
    ...inviteesSchema,
  }),
  "consult:invite": z.strictObject({ conversationId: idSchema, ...inviteesSchema }),
  "consult:accept": z.strictObject({ conversationId: idSchema }),
  "consult:decline": z.strictObject({ conversationId: idSchema }),
  "consult:leave": z.strictObject({ conversationId: idSchema }),
  "consult:time": z.strictObject({
    conversationId: idSchema,
    change: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("pause") }),
      z.strictObject({ kind: z.literal("resume") }),
      z.strictObject({
        kind: z.literal("set"),
        spentMs: z
          .int()
          .min(0)
          .max(30 * 86_400_000),
      }),
    ]),
  }),
  "off-record:send": z.strictObject({
    conversationId: idSchema,
    clientMessageId: clientIdSchema,
    recipientId: idSchema.optional(),
    text: z.string(),
  }),
  "off-record:sync": z.strictObject({ conversationId: idSchema }),
  "off-record:select": z.strictObject({ conversationId: idSchema, recipientId: idSchema, on: z.boolean() }),
  "contact:set": z.strictObject({ accountId: idSchema, linked: z.boolean() }),
  "direct:open": z.strictObject({ accountId: idSchema }),
} as const;

export const consultQuerySchema = z.object({
  view: z.enum(["open", "ended"]).default("open"),
  q: z.string().max(200).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ConsultQuery = z.infer<typeof consultQuerySchema>;

/** A consult with everything its reader was there for (S4-4); nothing off the record is in it. */
export const transcriptSchema = z.strictObject({
  consult: consultSchema,
  messages: z.array(messageSchema),
});
export type Transcript = z.infer<typeof transcriptSchema>;
