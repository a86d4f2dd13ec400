import type {
  OtherDesk,
  OtherDeskChange,
  OtherDeskForm,
  OtherDeskTry,
  StuckTicket,
} from "../../../contract/other-desk.js";
import type { Http } from "./http.js";

/** The desk at which tickets are kept too, for admins; each call rejects with an `ApiError`. */
export interface OtherDeskApi {
  /** Nothing where tickets are kept here alone. */
  read(): Promise<{ readonly desk?: OtherDesk }>;
  save(change: OtherDeskChange): Promise<OtherDesk>;
  remove(): Promise<void>;
  tryOut(form: Pick<OtherDeskForm, "kind" | "url" | "token" | "appToken">): Promise<OtherDeskTry>;
  /** The secret is told this once. */
  renewHookSecret(): Promise<{ readonly secret: string }>;
  readStuck(): Promise<{ readonly items: readonly StuckTicket[] }>;
  sendAgain(ticketId: string): Promise<unknown>;
  sendAllAgain(): Promise<unknown>;
  includeOpen(): Promise<{ readonly count: number }>;
}

export function createOtherDeskApi({ get, post, put, remove }: Http): OtherDeskApi {
  const path = "/api/v1/other-desk";
  return {
    read: () => get(path),
    save: (change) => put(path, change),
    remove: () => remove(path),
    tryOut: (form) => post(`${path}/try`, form),
    renewHookSecret: () => post(`${path}/hook-secret`, {}),
    readStuck: () => get(`${path}/stuck`),
    sendAgain: (ticketId) => post(`${path}/tickets/${ticketId}/send-again`, {}),
    sendAllAgain: () => post(`${path}/send-again`, {}),
    includeOpen: () => post(`${path}/include-open`, {}),
  };
}
