import { z } from "zod";
import { AppError, idSchema, localeSchema } from "../../contract/index.js";

/** Names are given in this language; in that of the request where it is left out. */
export const localeQuery = z.object({ locale: localeSchema.optional() });

export function toUnderstandingId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("understanding/not-found", "It is not there any more.");
  return id.data;
}
