import type { Account } from "../../contract/account.js";
import type { ChatStatus } from "../../contract/chat-status.js";
import type { ErrorBody } from "../../contract/errors.js";
import type { ChatDoors } from "../../contract/mode.js";
import type { OpenSurvey, RateTalk, Survey } from "../../contract/satisfaction.js";
import type { Catalog, Ticket } from "../../contract/ticket.js";
import { parseErrorBody } from "../chat/outcome.js";
import type { Locale } from "../texts/index.js";

export type RestOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: ErrorBody | { readonly code: "client/offline"; readonly message: string };
    };

export interface AttendanceForm {
  readonly activityId: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Number of a ticket of one's own that this is about. */
  readonly previousTicket?: string;
}

export interface Rest {
  readChatStatus(): Promise<RestOutcome<ChatStatus>>;
  readDoors(): Promise<RestOutcome<ChatDoors>>;
  /** Registers a request that waits to be worked on, where nobody can be asked for now. */
  openTicket(form: AttendanceForm): Promise<RestOutcome<Ticket>>;
  logIn(username: string, password: string): Promise<RestOutcome<{ token: string; user: Account }>>;
  beginGuest(): Promise<RestOutcome<{ token: string; user: Account }>>;
  /** Shows what a portal has signed. */
  logInByIdentity(token: string): Promise<RestOutcome<{ token: string; user: Account }>>;
  logOut(): Promise<RestOutcome<undefined>>;
  /** Takes the talk along that this person had as a guest. */
  claim(guestToken: string): Promise<RestOutcome<{ conversationId: string }>>;
  readCatalog(locale: Locale): Promise<RestOutcome<{ items: Catalog[] }>>;
  readMyTickets(): Promise<RestOutcome<{ items: Ticket[] }>>;
  /** Registers a request of this activity and starts waiting for an attendant (S0-14). */
  startAttendance(form: AttendanceForm): Promise<RestOutcome<Ticket>>;
  readSurvey(conversationId: string): Promise<RestOutcome<Survey>>;
  /** The talk that this person was asked about and has not rated, where there is one. */
  readOpenSurvey(): Promise<RestOutcome<OpenSurvey>>;
  rateTalk(conversationId: string, rating: RateTalk): Promise<RestOutcome<Survey>>;
}

/** The few HTTP calls of the widget; an outcome is always a value. */
export function createRest(
  url: string,
  readToken: () => string | undefined,
  readLocale: () => Locale = () => "en",
): Rest {
  async function call<T>(method: string, path: string, body?: unknown): Promise<RestOutcome<T>> {
    const token = readToken();
    try {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        credentials: new URL(url, location.href).origin === location.origin ? "same-origin" : "omit",
        headers: {
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = response.status === 204 ? undefined : await response.json();
      if (response.ok) return { ok: true, value: answer };
      const error = parseErrorBody(answer?.error);
      return { ok: false, error: error ?? { code: "server/failed", message: response.statusText } };
    } catch {
      return { ok: false, error: { code: "client/offline", message: "The server does not answer." } };
    }
  }

  return {
    readChatStatus: () => call("GET", "chat"),
    readDoors: () => call("GET", "chat/doors"),
    openTicket: (form) => call("POST", "tickets", form),
    logIn: (username, password) => call("POST", "session", { username, password }),
    beginGuest: () => call("POST", "session/guest", { locale: readLocale() }),
    logInByIdentity: (token) => call("POST", "session/identity", { token }),
    logOut: () => call("DELETE", "session"),
    claim: (guestToken) => call("POST", "conversations/claim", { guestToken }),
    readCatalog: (locale) => call("GET", `catalog?locale=${locale}`),
    readMyTickets: () => call("GET", "tickets?view=mine"),
    readSurvey: (id) => call("GET", `conversations/${id}/satisfaction`),
    readOpenSurvey: () => call("GET", "satisfaction/open"),
    rateTalk: (id, rating) => call("PUT", `conversations/${id}/satisfaction`, rating),
    startAttendance: (form) => call("POST", "tickets", { ...form, direct: true }),
  };
}
