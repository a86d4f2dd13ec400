import { z } from "zod";
import { actionSchema, handoverContextSchema, idSchema } from "../contract/index.js";

const collectedSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  /** As stored in the ticket. */
  value: z.string(),
  /** As shown to people. */
  display: z.string(),
});

/** A ticket that is being filled in. */
const formSchema = z.strictObject({
  /** Without one, the ticket gets the activity of parameter 317. */
  activityId: idSchema.optional(),
  description: z.string().optional(),
  values: z.array(collectedSchema),
  /** The field asked for now; `description` and `confirm` are ours. */
  asking: z.string(),
});
export type Form = z.infer<typeof formSchema>;

/** What the assistant is in the middle of, kept with the conversation under its epoch. */
export const dialogSchema = z.strictObject({
  form: formSchema.optional(),
  /** The choices of the last reply, so that a typed answer can pick one. */
  choices: z.array(actionSchema).default([]),
  /** The last question in the requester's own words. */
  question: z.string().default(""),
  /** What was ranked and shown in this talk, for the person who may take over. */
  candidates: handoverContextSchema.shape.candidates.default([]),
  articles: handoverContextSchema.shape.articles.default([]),
  fields: handoverContextSchema.shape.fields.default([]),
  /** How often the assistant had no answer in this talk, and how often since it last had one. */
  fallbacks: z.int().nonnegative().default(0),
  fallbacksInRow: z.int().nonnegative().default(0),
  greeted: z.boolean().default(false),
  /** What the turn before this one came to. */
  last: z.string().default(""),
});
export type Dialog = z.infer<typeof dialogSchema>;
