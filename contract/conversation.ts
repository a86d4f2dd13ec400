import { z } from "zod";
import { actionSchema } from "./action.js";
import { attendanceSchema } from "./attendance.js";
import { fileSchema } from "./file.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

export { maxMessageChars } from "./limits.js";

export const senderSchema = z.strictObject({
  kind: z.enum(["requester", "agent", "assistant", "system"]),
  id: z.string(),
  name: z.string(),
});
export type Sender = z.infer<typeof senderSchema>;
export type SenderKind = Sender["kind"];

/** An article shown inside a message: the chat opens `excerpt` or the whole in place. */
const articleAttachmentSchema = z.strictObject({
  kind: z.literal("article"),
  articleId: idSchema,
  title: z.string(),
  /** Markdown; shown through the one sanitizer. */
  body: z.string(),
});

export const attachmentSchema = z.discriminatedUnion("kind", [articleAttachmentSchema, fileSchema]);
export type ArticleAttachment = z.infer<typeof articleAttachmentSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;

export const consultEvents = [
  "started",
  "invited",
  "joined",
  "left",
  "paused",
  "resumed",
  "time-set",
  "ended",
  "lost",
] as const;
export type ConsultEvent = (typeof consultEvents)[number];

/** A line of the system, told in the reader's language by the page; `text` of the message is the plain form. */
export const noticeSchema = z.strictObject({
  kind: z.enum([
    "attendance-waiting",
    "attendance-accepted",
    "attendance-transferred",
    "attendance-handed-back",
    "attendance-cancelled",
    "attendance-ended",
    "attendance-resumed",
    "attendance-timed-out",
    "attendance-merged",
    "attendance-joined",
    "attendance-reclaimed",
    "participant-added",
    "participant-removed",
    "participant-left",
    /** A bot elsewhere wanted to hand over, and nobody can take it. */
    "handoff-refused",
    "ticket-opened",
    "conversation-closed",
    "consult",
  ]),
  /** What happened in a consult, where the kind is "consult". */
  event: z.enum(consultEvents).optional(),
  /** Whom it is about. */
  accountId: z.string().optional(),
  /** Chat Time, ms. */
  spentMs: z.int().nonnegative().optional(),
  name: z.string().optional(),
  ticketNumber: z.string().optional(),
  reason: z.string().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Where in the text the sentence stands that answers best. */
export const markSchema = z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() });
export type Mark = z.infer<typeof markSchema>;

export const messageSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  /** 1, 2, 3 … without a gap; the only order there is. */
  seq: z.int().positive(),
  clientMessageId: z.string().optional(),
  sender: senderSchema,
  text: z.string(),
  actions: z.array(actionSchema).optional(),
  attachments: z.array(attachmentSchema).optional(),
  notice: noticeSchema.optional(),
  marked: markSchema.optional(),
  /** By which way it came, when not through a page or a channel of its own. */
  via: z.literal("mail").optional(),
  /** It came by e-mail, and that the sender is who the e-mail names is not proven. */
  isUnproven: z.literal(true).optional(),
  /** Time of the commit, ms UTC. */
  sentAt: z.int(),
});
export type Message = z.infer<typeof messageSchema>;

export const ownerSchema = z.strictObject({
  kind: z.enum(["assistant", "queue", "agent", "none"]),
  id: z.string().optional(),
  name: z.string().optional(),
});
export type Owner = z.infer<typeof ownerSchema>;
export type OwnerKind = Owner["kind"];

export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  photoUrl: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;

export const conversationSchema = z.strictObject({
  id: idSchema,
  requester: personSchema,
  channel: z.string(),
  /** Left out for a requester's talk. */
  kind: z.enum(["consult", "direct"]).optional(),
  locale: localeSchema,
  owner: ownerSchema,
  /** Number of the present ownership; grows by one at each change. */
  epoch: z.int().positive(),
  lastSeq: z.int().nonnegative(),
  ticketNumber: z.string().optional(),
  attendance: attendanceSchema.optional(),
  /** Who is here now: filled ball where both are, hollow where one is missing (S2-17). */
  online: z.strictObject({ requester: z.boolean(), agent: z.boolean() }),
  /** The side that is not here and has been told by e-mail of what the other wrote (S2-19). */
  mailed: z.enum(["requester", "agent"]).optional(),
  /** Highest seq each side has read. */
  readUpTo: z.strictObject({ requester: z.int().nonnegative(), agent: z.int().nonnegative() }),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Conversation = z.infer<typeof conversationSchema>;
