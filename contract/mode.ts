import { z } from "zod";
import { timeZoneSchema, weeklySchema } from "./calendar.js";
import { idSchema } from "./ids.js";

/** Who answers requesters: nobody, people, the assistant, or the assistant with people behind it (S2-3 to S2-5). */
export const modes = ["off", "manual", "automatic", "both"] as const;
export type Mode = (typeof modes)[number];

/** Those that can be chosen for a time or a group; parameter 316 alone switches the chat off. */
export const answeringModes = ["manual", "automatic", "both"] as const;
export type AnsweringMode = (typeof answeringModes)[number];
const answeringMode = z.enum(answeringModes);

/** "desk", or the id of a group. */
export const modeScopeSchema = z.union([z.literal("desk"), idSchema]);

/** Inside (or outside) these hours this mode holds. */
export const scheduleRowSchema = z.strictObject({
  hours: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("calendar"), calendarId: idSchema }),
    z.strictObject({ kind: z.literal("own"), timeZone: timeZoneSchema, weekly: weeklySchema }),
  ]),
  during: z.enum(["open", "closed"]),
  mode: answeringMode,
});
export type ScheduleRow = z.infer<typeof scheduleRowSchema>;

/** The first row that fits holds; where none does, the mode; "inherit" leaves it to the desk, the desk to its parameters. */
export const modeSettingFormSchema = z.strictObject({
  mode: z.enum(["inherit", ...answeringModes]).default("inherit"),
  schedule: z.array(scheduleRowSchema).max(20).default([]),
});
export type ModeSettingForm = z.infer<typeof modeSettingFormSchema>;

/** A switch by hand that beats the schedule: until an instant, until the schedule would change, or until revoked. */
export const modeOverrideFormSchema = z.strictObject({
  mode: answeringMode,
  until: z.union([z.int(), z.literal("next-change"), z.literal("revoked")]),
});
export type ModeOverrideForm = z.infer<typeof modeOverrideFormSchema>;

export const modeOverrideSchema = z.object({
  mode: answeringMode,
  /** Until it is revoked where there is none. */
  until: z.int().optional(),
  at: z.int(),
  by: z.string().optional(),
});
export type ModeOverride = z.infer<typeof modeOverrideSchema>;

/** What decided: the chat is switched off, there is no assistant, a switch by hand, the schedule, the group, parameters. */
export const modeReasons = [
  "chat-off",
  "no-assistant",
  "override",
  "schedule",
  "group",
  "parameters",
] as const;

export const modeInForceSchema = z.object({
  mode: z.enum(modes),
  why: z.object({
    kind: z.enum(modeReasons),
    scope: z.enum(["desk", "group"]),
    /** Of the schedule row that holds: the calendar's name, and which side of it. */
    calendar: z.string().optional(),
    during: z.enum(["open", "closed"]).optional(),
  }),
});
export type ModeInForce = z.infer<typeof modeInForceSchema>;

/** The setting of the desk or a group, and what follows from it now. */
export const modeViewSchema = modeSettingFormSchema.extend({
  scope: modeScopeSchema,
  /** Of the group. */
  name: z.string().optional(),
  override: modeOverrideSchema.optional(),
  now: modeInForceSchema,
  /** When the mode changes next by schedule, or by the end of a switch, and to what. */
  next: modeInForceSchema.extend({ at: z.int() }).optional(),
  /** Talks of the group that are with a person, or wait for one; a switch does not disturb them. */
  withPeople: z.int(),
  waiting: z.int(),
});
export type ModeView = z.infer<typeof modeViewSchema>;

export const modesAnswerSchema = z.object({
  /** Without it only people can answer (S2-6). */
  assistantAvailable: z.boolean(),
  /** The mode the parameters amount to. */
  base: z.enum(modes),
  desk: modeViewSchema,
  groups: z.array(modeViewSchema),
});
export type ModesAnswer = z.infer<typeof modesAnswerSchema>;

/** What a requester's chat may offer now. */
export const chatDoorsSchema = z.object({
  mode: z.enum(modes),
  /** Whether a person can be asked for without choosing an activity. */
  direct: z.boolean(),
  /** Activities for which no person can be asked now; a ticket can be opened. */
  withoutPeople: z.array(idSchema),
});
export type ChatDoors = z.infer<typeof chatDoorsSchema>;
