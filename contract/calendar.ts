import { z } from "zod";
import { idSchema } from "./ids.js";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM");

/** From a time of the clock until another; one that is not later is meant on the next day ("22:00" to "06:00"). */
export const periodSchema = z.strictObject({ from: clock, to: z.union([clock, z.literal("24:00")]) });
export type Period = z.infer<typeof periodSchema>;

const dayPeriods = z.array(periodSchema).max(12).default([]);

export const weeklySchema = z.strictObject({
  monday: dayPeriods,
  tuesday: dayPeriods,
  wednesday: dayPeriods,
  thursday: dayPeriods,
  friday: dayPeriods,
  saturday: dayPeriods,
  sunday: dayPeriods,
});
export type Weekly = z.infer<typeof weeklySchema>;

/** A day that is unlike its weekday: of one year (YYYY-MM-DD), or of every year (MM-DD). */
export const holidaySchema = z.strictObject({
  date: z
    .string()
    .regex(/^(\d{4}-)?\d{2}-\d{2}$/, "must be YYYY-MM-DD or MM-DD")
    .refine(isDate, "is no date"),
  name: z.string().trim().min(1).max(120),
  /** When it is open on that day all the same; closed all day where there are none. */
  periods: dayPeriods,
});
export type Holiday = z.infer<typeof holidaySchema>;

export const timeZoneSchema = z.string().min(1).max(64).refine(isTimeZone, "is no time zone");

export const calendarFormSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  timeZone: timeZoneSchema,
  weekly: weeklySchema,
  holidays: z
    .array(holidaySchema)
    .max(500)
    .default([])
    .refine((all) => new Set(all.map(({ date }) => date)).size === all.length, "names a date twice"),
});
export type CalendarForm = z.infer<typeof calendarFormSchema>;

/** What is open when: hours of the week, and the days that are unlike. */
export type OpeningHours = Pick<CalendarForm, "timeZone" | "weekly" | "holidays">;

export const calendarSchema = calendarFormSchema.extend({
  id: idSchema,
  /** What would miss it; a calendar that is used cannot be removed. */
  usedBy: z.array(z.string()),
  updatedAt: z.int(),
  updatedBy: z.string().optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;

function isDate(text: string): boolean {
  // A yearly date may be the 29th of February.
  const whole = text.length === 5 ? `2024-${text}` : text;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== undefined && !/^[+-]/.test(text);
  } catch {
    return false;
  }
}
