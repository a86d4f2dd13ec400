import { z } from "zod";

/** A name as others vouch for it: bidirectional and control signs could make it look like another's. */
export const plainName = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, "").trim())
  .pipe(z.string().min(1).max(200));
