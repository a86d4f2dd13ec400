import { z } from "zod";
import { idSchema } from "./ids.js";
import { ticketPriorities, ticketStates } from "./ticket.js";

/** Desks of other houses at which tickets can be kept too. */
export const otherDeskKinds = ["zammad", "glpi"] as const;
export type OtherDeskKind = (typeof otherDeskKinds)[number];

const wordSchema = z.string().trim().min(1).max(200);

/** What our words are called there. States and priorities are the other desk's own: names at Zammad, numbers at GLPI. */
export const otherDeskMappingSchema = z.strictObject({
  /** What each of our states is there. */
  states: z.strictObject({
    open: wordSchema,
    "in-progress": wordSchema,
    dispatched: wordSchema,
    "pending-customer": wordSchema,
    "pending-approval": wordSchema,
    resolved: wordSchema,
    closed: wordSchema,
    canceled: wordSchema,
  }),
  /** What each state there is here; what is not named changes nothing here. */
  statesBack: z.record(wordSchema, z.enum(ticketStates)),
  priorities: z.strictObject({
    critical: wordSchema,
    high: wordSchema,
    medium: wordSchema,
    low: wordSchema,
  }),
  prioritiesBack: z.record(wordSchema, z.enum(ticketPriorities)),
  /** Group (Zammad) or category (GLPI) of tickets that no line of `places` is about. */
  place: z.string().trim().max(200),
  /** The group or category by service or activity; an activity's own goes before its service's. */
  places: z.array(z.strictObject({ id: idSchema, place: wordSchema })).max(500),
  /** Who is the customer of a requester without an e-mail address. */
  customer: z.union([z.literal(""), z.email().max(200)]),
});
export type OtherDeskMapping = z.infer<typeof otherDeskMappingSchema>;

const secretSchema = z.string().trim().min(1).max(500);

export const otherDeskFormSchema = z.strictObject({
  kind: z.enum(otherDeskKinds),
  name: z.string().trim().min(1).max(60),
  url: z.url().max(500),
  /** Zammad: an access token. GLPI: the user token of "remote access". Left out: the one that is kept stays. */
  token: secretSchema.optional(),
  /** GLPI: the token of the API client, where one is asked for; empty takes it away. */
  appToken: z.union([z.literal(""), secretSchema]).optional(),
  isActive: z.boolean(),
  mapping: otherDeskMappingSchema,
});
export type OtherDeskForm = z.infer<typeof otherDeskFormSchema>;

/** 0 makes one where there is none; a change says which version it was made of. */
export const otherDeskChangeSchema = otherDeskFormSchema.extend({ version: z.int().nonnegative() });
export type OtherDeskChange = z.infer<typeof otherDeskChangeSchema>;

export const otherDeskSchema = otherDeskFormSchema.omit({ token: true, appToken: true }).extend({
  version: z.int().positive(),
  /** Whether there is one; the secrets themselves are shown to nobody. */
  hasAppToken: z.boolean(),
  /** Where its webhooks go. */
  hookPath: z.string(),
  /** How many tickets are there, wait to be told, and were refused. */
  linked: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  stuck: z.int().nonnegative(),
  lastSentAt: z.int().optional(),
  /** Since when it is not reached, and why. */
  away: z.strictObject({ since: z.int(), reason: z.string() }).optional(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type OtherDesk = z.infer<typeof otherDeskSchema>;

/** Nothing where tickets are kept here alone. */
export const otherDeskAnswerSchema = z.strictObject({ desk: otherDeskSchema.optional() });

const choiceSchema = z.strictObject({ value: z.string(), label: z.string() });

/** What a try of the connection came to, and what can be chosen from there. */
export const otherDeskTrySchema = z.strictObject({
  ok: z.boolean(),
  reason: z.string().optional(),
  /** As whom the token acts. */
  account: z.string().optional(),
  states: z.array(choiceSchema).optional(),
  priorities: z.array(choiceSchema).optional(),
  places: z.array(choiceSchema).optional(),
});
export type OtherDeskTry = z.infer<typeof otherDeskTrySchema>;

export const stuckTicketSchema = z.strictObject({
  ticketId: idSchema,
  number: z.string(),
  elsewhere: z.string().optional(),
  /** The whole ticket, or a part of it. */
  what: z.enum(["ticket", "message", "event", "file", "talk"]),
  reason: z.string(),
  at: z.int(),
});
export type StuckTicket = z.infer<typeof stuckTicketSchema>;

export const hookSecretSchema = z.strictObject({ secret: z.string() });
