import { z } from "zod";
import { idSchema } from "../ids.js";

const words = z.string().max(4000).default("");

/** What stands in the place of `{…}` when a reply is put into the composer. */
export const replyVariables = ["requester", "requesterFull", "agent", "ticket", "date", "time"] as const;
export type ReplyVariable = (typeof replyVariables)[number];

export const cannedReplyFormSchema = z
  .strictObject({
    shortcut: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, "letters, digits, - and _"),
    title: z.string().trim().min(1).max(120),
    texts: z.strictObject({ en: words, es: words, pt: words }),
    /** Everybody, the members of one group, or only its author. */
    scope: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("everybody") }),
      z.strictObject({ kind: z.literal("group"), groupId: idSchema }),
      z.strictObject({ kind: z.literal("own") }),
    ]),
  })
  .refine(({ texts }) => Object.values(texts).some((text) => text.trim() !== ""), {
    path: ["texts"],
    error: "at least one language",
  });
export type CannedReplyForm = z.infer<typeof cannedReplyFormSchema>;

export const cannedReplySchema = z.strictObject({
  id: idSchema,
  shortcut: z.string(),
  title: z.string(),
  texts: z.strictObject({ en: z.string(), es: z.string(), pt: z.string() }),
  scope: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("everybody") }),
    z.strictObject({ kind: z.literal("group"), groupId: idSchema }),
    z.strictObject({ kind: z.literal("own") }),
  ]),
  updatedAt: z.int(),
});
export type CannedReply = z.infer<typeof cannedReplySchema>;
