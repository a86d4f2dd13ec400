import { z } from "zod";
import {
  activityFormSchema,
  catalogFormSchema,
  idSchema,
  namedFormSchema,
  serviceFormSchema,
} from "../../contract/index.js";

const id = idSchema;

export const itemSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("origin"), id, form: namedFormSchema }),
  z.object({ type: z.literal("contract"), id, form: namedFormSchema }),
  z.object({ type: z.literal("catalog"), id, form: catalogFormSchema }),
  z.object({ type: z.literal("service"), id, form: serviceFormSchema }),
  z.object({ type: z.literal("activity"), id, form: activityFormSchema }),
]);

/** One thing of the portfolio, as admins write it. */
export type PortfolioItem = Readonly<z.infer<typeof itemSchema>>;
export type ItemOf<T extends PortfolioItem["type"]> = Extract<PortfolioItem, { type: T }>;

export function nameOf({ form }: PortfolioItem): string {
  return typeof form.name === "string" ? form.name : form.name.en;
}

/** The name it keeps through export and import. */
export function keyOf({ id, form }: PortfolioItem): string {
  return form.key ?? id;
}
