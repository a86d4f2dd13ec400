import type { Calendar, CalendarForm } from "../../../contract/calendar.js";
import type { ModeOverrideForm, ModeSettingForm, ModesAnswer } from "../../../contract/mode.js";
import type { Overview } from "../../../contract/overview.js";
import type { Http } from "./http.js";

/** Modes, calendars and how the desk is doing; for admins. */
export interface OverviewApi {
  readOverview(since: number): Promise<Overview>;
  readModes(): Promise<ModesAnswer>;
  saveMode(scope: string, form: ModeSettingForm): Promise<ModesAnswer>;
  switchMode(scope: string, form: ModeOverrideForm): Promise<ModesAnswer>;
  revokeMode(scope: string): Promise<void>;
  readCalendars(): Promise<{ readonly items: readonly Calendar[] }>;
  /** Makes a new calendar without an id. */
  saveCalendar(id: string | undefined, form: CalendarForm): Promise<Calendar>;
  removeCalendar(id: string): Promise<void>;
}

const modesPath = "/api/v1/modes";
const calendarsPath = "/api/v1/calendars";

export function createOverviewApi({ get, post, put, remove }: Http): OverviewApi {
  return {
    readOverview: (since) => get(`/api/v1/overview?since=${since}`),
    readModes: () => get(modesPath),
    saveMode: (scope, form) => put(`${modesPath}/${scope}`, form),
    switchMode: (scope, form) => put(`${modesPath}/${scope}/override`, form),
    revokeMode: (scope) => remove(`${modesPath}/${scope}/override`),
    readCalendars: () => get(calendarsPath),
    saveCalendar: (id, form) => (id ? put(`${calendarsPath}/${id}`, form) : post(calendarsPath, form)),
    removeCalendar: (id) => remove(`${calendarsPath}/${id}`),
  };
}
