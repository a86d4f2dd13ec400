import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { scoreSchema } from "./satisfaction.js";

/** What a chosen chip or button sends back as `value` of `message:send`. */
export const actionValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("talk-to-attendant") }),
  z.strictObject({ kind: z.literal("resume-attendance"), ticketNumber: z.string().max(40).optional() }),
  z.strictObject({ kind: z.literal("open-article"), articleId: idSchema }),
  /** The words go on about this article. */
  z.strictObject({ kind: z.literal("ask-about"), articleId: idSchema }),
  z.strictObject({ kind: z.literal("open-activity"), activityId: idSchema }),
  z.strictObject({ kind: z.literal("new-ticket"), activityId: idSchema.optional() }),
  z.strictObject({ kind: z.literal("article-feedback"), articleId: idSchema, helped: z.boolean() }),
  /** Whether what a language model wrote for this message of the requester helped. */
  z.strictObject({ kind: z.literal("answer-feedback"), messageId: idSchema, helped: z.boolean() }),
  z.strictObject({ kind: z.literal("answer"), field: z.string().max(60), option: z.string().max(200) }),
  z.strictObject({ kind: z.literal("ticket-status"), ticketNumber: z.string().max(40) }),
  z.strictObject({ kind: z.literal("attach-files"), ticketNumber: z.string().max(40) }),
  z.strictObject({ kind: z.literal("set-language"), locale: localeSchema }),
  /** Stands for these words, as if they had been typed; the title is what was shown (S2-X3). */
  z.strictObject({ kind: z.literal("say"), text: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal("menu") }),
  z.strictObject({ kind: z.literal("search"), text: z.string().min(1).max(200) }),
  /** How the talk that has ended was; for channels without a form. */
  z.strictObject({ kind: z.literal("rate-talk"), conversationId: idSchema, score: scoreSchema }),
  z.strictObject({ kind: z.literal("cancel") }),
  z.strictObject({ kind: z.literal("none-of-these") }),
  z.strictObject({ kind: z.literal("yes") }),
  z.strictObject({ kind: z.literal("no") }),
]);
export type ActionValue = z.infer<typeof actionValueSchema>;
export type ActionKind = ActionValue["kind"];

/** A choice shown under a message. */
export const actionSchema = z.strictObject({ title: z.string().min(1).max(200), value: actionValueSchema });
export type Action = z.infer<typeof actionSchema>;
