import { z } from "zod";
import { idSchema } from "./ids.js";
import { locales } from "./locale.js";
import { activityFieldSchema, ticketKinds } from "./ticket.js";

/** Where a catalog or service stands; only what is in phase "catalog" is offered (S0-8). */
export const phases = ["pipeline", "catalog", "obsolete"] as const;
export type Phase = (typeof phases)[number];
/** Only an active activity is offered (S0-8). */
export const activityStatuses = ["active", "under-analysis", "in-creation", "in-design", "inactive"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

export const portfolioTypes = ["origin", "contract", "catalog", "service", "activity"] as const;
export type PortfolioType = (typeof portfolioTypes)[number];

/** The name an item keeps through export and import: chosen by people, or the item's id. */
export const portfolioKeySchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9][\w.:/-]*$/, "letters, digits and . _ : / - only");

const translation = (maxChars: number) =>
  z
    .string()
    .trim()
    .max(maxChars)
    .transform((text) => (text === "" ? undefined : text))
    .optional();
const localized = (maxChars: number) =>
  z.strictObject({
    en: z.string().trim().min(1).max(maxChars),
    es: translation(maxChars),
    pt: translation(maxChars),
  });

const itemShape = {
  key: portfolioKeySchema.optional(),
  name: localized(200),
  description: localized(2000),
  viaChat: z.boolean(),
  /** Items stand in the order of their positions. */
  position: z.int().min(0).max(1_000_000).default(0),
  /** The groups that may see it when parameter 293 is on (S0-5). */
  groupIds: z.array(idSchema).max(200).default([]),
};
const samples = z.array(z.string().trim().min(1).max(300)).max(200);

export const catalogFormSchema = z.strictObject({ ...itemShape, phase: z.enum(phases) });
export const serviceFormSchema = z.strictObject({ ...itemShape, phase: z.enum(phases), catalogId: idSchema });
export const activityFormSchema = z.strictObject({
  ...itemShape,
  serviceId: idSchema,
  kind: z.enum(ticketKinds),
  status: z.enum(activityStatuses),
  /** The group that works on its tickets. */
  groupId: idSchema.optional(),
  fields: z.array(activityFieldSchema).max(50),
  samples: z.partialRecord(z.enum(locales), samples),
});
export const namedFormSchema = z.strictObject({
  key: portfolioKeySchema.optional(),
  name: z.string().trim().min(1).max(200),
});

const identified = { id: idSchema };
export const portfolioSchema = z.object({
  origins: z.array(namedFormSchema.extend(identified)),
  contracts: z.array(namedFormSchema.extend(identified)),
  catalogs: z.array(catalogFormSchema.extend(identified)),
  services: z.array(serviceFormSchema.extend(identified)),
  activities: z.array(activityFormSchema.extend(identified)),
});

export type CatalogForm = z.infer<typeof catalogFormSchema>;
export type ServiceForm = z.infer<typeof serviceFormSchema>;
export type ActivityForm = z.infer<typeof activityFormSchema>;
export type NamedForm = z.infer<typeof namedFormSchema>;
/** Everything the desk offers or may offer, whatever its phase; lists stand in the order of their positions. */
export type AdminPortfolio = z.infer<typeof portfolioSchema>;

export const portfolioFormats = ["json", "csv"] as const;
export type PortfolioFormat = (typeof portfolioFormats)[number];

export const portfolioImportSchema = z.strictObject({
  format: z.enum(portfolioFormats),
  content: z.string().min(1).max(4_000_000),
  /** Tells what would happen and changes nothing. */
  dryRun: z.boolean().default(false),
});

export const importReportSchema = z.object({
  dryRun: z.boolean(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.array(
    z.object({
      /** Line of the CSV file, or place in the JSON file such as `services[3]`. */
      at: z.string(),
      type: z.string(),
      key: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const changeSchema = z.object({
  id: idSchema,
  objectType: z.string(),
  objectId: z.string(),
  name: z.string(),
  action: z.enum(["created", "updated", "deleted"]),
  /** What it was and what it became, only the properties that differ. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  changedAt: z.int(),
  changedBy: z.string().optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const changesSchema = z.object({
  items: z.array(changeSchema),
  /** What is called how, of the ids that stand in the changes. */
  names: z.record(z.string(), z.string()),
});
export type Changes = z.infer<typeof changesSchema>;
