import { z } from "zod";
import { timeZoneSchema, weekdays } from "../calendar.js";
import { idSchema } from "../ids.js";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");

/** Who is on call on some days of the week; one that ends before it begins ends on the next day. */
export const shiftSchema = z
  .strictObject({
    weekdays: z.array(z.enum(weekdays)).min(1).max(7),
    from: clock,
    to: clock,
    timeZone: timeZoneSchema,
    primary: idSchema,
    /** Two at most (S3-12). */
    backups: z.array(idSchema).max(2).default([]),
    /** The backups are told this long after each other while nobody has accepted; without it all are told at once. */
    escalateMinutes: z.int().min(1).max(240).optional(),
  })
  .refine(({ primary, backups }) => new Set([primary, ...backups]).size === backups.length + 1, {
    path: ["backups"],
    error: "each person once",
  });
export type Shift = z.infer<typeof shiftSchema>;

export const rotaSchema = z.strictObject({
  shifts: z.array(shiftSchema).max(100),
});
export type Rota = z.infer<typeof rotaSchema>;
