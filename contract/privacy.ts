import { z } from "zod";
import { idSchema } from "./ids.js";

/** What stands where words of a person stood. */
export const removedText = "[removed]";
export const erasedName = "—";

const days = z.int().min(1).max(36_500);

/** After how many days each kind goes; what is left out is kept. */
export const retentionSchema = z.strictObject({
  /** Talks that ended: their messages, notes, files and what was understood. */
  talks: days.optional(),
  /** Tickets in which nothing is left to do: what was written in them. */
  tickets: days.optional(),
  /** Interactions that are closed: what was written in them. */
  interactions: days.optional(),
  /** Files that were sent, whatever becomes of the talk. */
  files: days.optional(),
  /** Copies of e-mails that were sent. */
  mails: days.optional(),
  /** What the assistant understood of each sentence; it learns from them. */
  turns: days.optional(),
});
export type Retention = z.infer<typeof retentionSchema>;
export const retentionKinds = retentionSchema.keyof().options;
export type RetentionKind = (typeof retentionKinds)[number];

export const maskPatternSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** RE2: without look-around and back-references, so that no text makes it slow. */
  pattern: z.string().min(1).max(200),
});
export type MaskPattern = z.infer<typeof maskPatternSchema>;

/** What is taken out of what people write before it is stored. */
export const maskingSchema = z.strictObject({
  /** Card numbers whose check digit is right; the last four digits stay. */
  cards: z.boolean(),
  /** International account numbers whose check digits are right. */
  ibans: z.boolean(),
  /** Keys of programs, and what stands behind words such as "password:". */
  secrets: z.boolean(),
  patterns: z.array(maskPatternSchema).max(20),
});
export type Masking = z.infer<typeof maskingSchema>;

export const privacySettingsSchema = z.object({
  retention: retentionSchema,
  masking: maskingSchema,
  /** The version of each that was read. */
  versions: z.object({ retention: z.int().nonnegative(), masking: z.int().nonnegative() }),
});
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

const version = z.int().nonnegative();
export const retentionFormSchema = z.strictObject({ retention: retentionSchema, version });
export const maskingFormSchema = z.strictObject({ masking: maskingSchema, version });
export const tryMaskingSchema = z.strictObject({ masking: maskingSchema, text: z.string().max(2000) });

/** `asked`: that desk was asked to delete it, and accepted; `gone`: it was not there any more. */
export const leftStates = ["waiting", "asked", "remains", "gone"] as const;
/** Why something remains at another desk. */
export const leftReasons = [
  "not-offered",
  "no-right",
  "more-there",
  "nobody-there",
  "refused",
  "undo-there",
] as const;
/** A ticket of an erased person that stands at another desk too. */
export const leftElsewhereSchema = z.object({
  desk: z.string(),
  number: z.string(),
  url: z.string().optional(),
  state: z.enum(leftStates),
  reason: z.enum(leftReasons).optional(),
});
export type LeftElsewhere = z.infer<typeof leftElsewhereSchema>;

export const erasureSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  requestedBy: z.string(),
  requestedAt: z.int(),
  state: z.enum(["waiting", "done"]),
  talks: z.int().nonnegative(),
  tickets: z.int().nonnegative(),
  files: z.int().nonnegative(),
  elsewhere: z.array(leftElsewhereSchema),
  doneAt: z.int().optional(),
});
export type Erasure = z.infer<typeof erasureSchema>;

export const eraseFormSchema = z.strictObject({
  /** The person's user name once more, so that nobody is erased by a slip. */
  username: z.string().min(1).max(200),
});
export const exportFormSchema = z.strictObject({ format: z.enum(["json", "zip"]) });
