import { z } from "zod";
import { idSchema } from "./ids.js";
import { maxMessageChars } from "./limits.js";

export const newTicketMessageSchema = z.strictObject({
  text: z.string().trim().min(1).max(maxMessageChars),
  /** Also by e-mail to the other side. */
  sendEmail: z.boolean().default(false),
  /** A name the client gives, so that a repeat writes no second message. */
  requestId: z.string().min(1).max(100),
});
export type NewTicketMessage = z.infer<typeof newTicketMessageSchema>;

/** A message of a ticket's requester and those who work on it, apart from the chat (S2-X5). */
export const ticketMessageSchema = z.strictObject({
  id: idSchema,
  author: z.strictObject({ id: z.string(), name: z.string() }),
  side: z.enum(["requester", "agent"]),
  text: z.string(),
  isMailed: z.boolean(),
  /** It came by e-mail. */
  via: z.literal("mail").optional(),
  /** And that its sender is who the e-mail names is not proven. */
  isUnproven: z.literal(true).optional(),
  sentAt: z.int(),
});
export type TicketMessage = z.infer<typeof ticketMessageSchema>;
