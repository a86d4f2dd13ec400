import { z } from "zod";
import { type Group, groupSchema } from "../../../../contract/account.js";

const refusalSchema = z.object({ details: z.object({ groups: z.array(groupSchema) }) });

/** The groups among which a refused acceptance asks to choose (S0-25). */
export function findChoices(refusal: unknown): readonly Group[] {
  const parsed = refusalSchema.safeParse(refusal);
  return parsed.success ? parsed.data.details.groups : [];
}
