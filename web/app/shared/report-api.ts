import type { Report, ReportChoices } from "../../../contract/report.js";
import type { ReportName } from "../../../contract/report-columns.js";
import type { SurveyComment, SurveySettings } from "../../../contract/satisfaction.js";
import type { Http } from "./http.js";

/** A period and what of it, as it stands in the address. */
export type ReportWish = Readonly<Record<string, string>>;

/** What supervisors and admins read; each call rejects with an `ApiError`. */
export interface ReportApi {
  readChoices(): Promise<ReportChoices>;
  read(name: ReportName, wish: ReportWish): Promise<Report>;
  readComments(wish: ReportWish): Promise<{ readonly items: readonly SurveyComment[] }>;
  readSurveySettings(): Promise<SurveySettings>;
  saveSurveySettings(settings: SurveySettings): Promise<SurveySettings>;
  /** Whether the requester of this talk is to be asked when it ends. */
  readToBeAsked(conversationId: string): Promise<{ readonly ask: boolean }>;
  setToBeAsked(conversationId: string, ask: boolean): Promise<unknown>;
}

const path = "/api/v1/reports";

export function createReportApi({ get, put }: Http): ReportApi {
  return {
    readChoices: () => get(path),
    read: (name, wish) => get(`${path}/${name}?${new URLSearchParams(wish)}`),
    readComments: (wish) => get(`${path}/comments?${new URLSearchParams(wish)}`),
    readSurveySettings: () => get("/api/v1/satisfaction/settings"),
    saveSurveySettings: (settings) => put("/api/v1/satisfaction/settings", settings),
    readToBeAsked: (id) => get(`/api/v1/conversations/${id}/survey`),
    setToBeAsked: (id, ask) => put(`/api/v1/conversations/${id}/survey`, { ask }),
  };
}

/** Where the browser fetches a report as a file. */
export function csvPath(name: ReportName, wish: ReportWish): string {
  return `${path}/${name}/csv?${new URLSearchParams(wish)}`;
}
