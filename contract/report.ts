import { z } from "zod";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { reportGroupings, reportNames } from "./report-columns.js";

const dateSchema = z.iso.date();

export const reportQuerySchema = z.object({
  /** First and last day, as the calendar of `zone` has them. */
  from: dateSchema,
  to: dateSchema,
  /** An IANA name. */
  zone: z.string().min(1).max(64).default("UTC"),
  by: z.enum(reportGroupings).default("day"),
  groupId: idSchema.optional(),
  agentId: idSchema.optional(),
  channel: z.string().min(1).max(100).optional(),
  language: localeSchema.optional(),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;

const valueSchema = z.number().nullable();

/** One report: the same numbers that its plot, its table and its file show. */
export const reportSchema = z.strictObject({
  name: z.enum(reportNames),
  by: z.enum(reportGroupings),
  columns: z.array(z.string()),
  /** Over the whole period; nothing is counted twice here. Null where there is nothing to tell. */
  totals: z.array(valueSchema),
  rows: z.array(
    z.strictObject({
      /** A date, an hour, or an id. */
      key: z.string(),
      name: z.string(),
      values: z.array(valueSchema),
    }),
  ),
});
export type Report = z.infer<typeof reportSchema>;

export const reportChoicesSchema = z.strictObject({
  groups: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  agents: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  channels: z.array(z.string()),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;
