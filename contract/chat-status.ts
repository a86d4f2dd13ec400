import { z } from "zod";

/** What there is to talk to, for pages that show an entry to the chat or leave it out (S0-1, S0-2, S2-29). */
export const chatStatusSchema = z.strictObject({
  mode: z.enum(["off", "manual", "automatic", "both"]),
  /** Whether people inside find the assistant at the top of their pages (423). */
  assistantInside: z.boolean(),
});
export type ChatStatus = z.infer<typeof chatStatusSchema>;
