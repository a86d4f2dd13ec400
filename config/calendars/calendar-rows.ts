import { type CalendarForm, calendarFormSchema } from "../../contract/index.js";
import { type Db, fromJson, type Row, toJson } from "../../store/index.js";

export interface CalendarRow extends Row<"calendar"> {
  readonly by_name: string | null;
}

/** All calendars by name, or the one. */
export function readCalendars(db: Db, id?: string): Promise<CalendarRow[]> {
  const all = db
    .selectFrom("calendar")
    .leftJoin("account", "account.id", "calendar.updated_by")
    .selectAll("calendar")
    .select("account.name as by_name")
    .orderBy("calendar.name");
  return (id === undefined ? all : all.where("calendar.id", "=", id)).execute();
}

export function toForm(row: CalendarRow): CalendarForm {
  const { weekly, holidays } = calendarFormSchema.shape;
  return {
    name: row.name,
    timeZone: row.time_zone,
    weekly: fromJson(weekly, row.weekly_json),
    holidays: fromJson(holidays, row.holidays_json),
  };
}

export function toColumns({ name, timeZone, weekly, holidays }: CalendarForm) {
  return { name, time_zone: timeZone, weekly_json: toJson(weekly), holidays_json: toJson(holidays) };
}
