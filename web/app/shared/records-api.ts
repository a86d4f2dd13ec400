import type { CompletionCode } from "../../../contract/agreement.js";
import type { ChatRequest, Interaction, InteractionChange } from "../../../contract/interaction.js";
import type { Locale } from "../../../contract/locale.js";
import type { Ticket, TicketChange, TicketNote } from "../../../contract/ticket.js";
import type { Http } from "./http.js";

interface List<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** What is not there is not asked for. */
type Query = Readonly<Record<string, string | undefined>>;

/** Records that staff work with; each call rejects with an `ApiError`. */
export interface RecordsApi {
  findChatRequests(query: Query): Promise<List<ChatRequest>>;
  readChatRequest(id: string, locale: Locale): Promise<ChatRequest & { related: readonly Interaction[] }>;
  findInteractions(query: Query): Promise<List<Interaction>>;
  readInteraction(number: string, locale: Locale): Promise<Interaction & { related: readonly ChatRequest[] }>;
  editInteraction(number: string, change: InteractionChange): Promise<Interaction>;
  addInteraction(wish: { attendanceId: string; requestId: string }): Promise<Interaction>;
  editTicket(number: string, change: TicketChange): Promise<Ticket>;
  addNote(number: string, note: TicketNote): Promise<void>;
  readCompletionCodes(): Promise<List<CompletionCode>>;
}

export function createRecordsApi({ get, post, put }: Http): RecordsApi {
  const ask = (path: string, query: Query) => {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `${path}?${new URLSearchParams(given)}`;
  };
  const interactionPath = (number: string) => `/api/v1/interactions/${encodeURIComponent(number)}`;
  const ticketPath = (number: string) => `/api/v1/tickets/${encodeURIComponent(number)}`;
  return {
    findChatRequests: (query) => get(ask("/api/v1/chat-requests", query)),
    readChatRequest: (id, locale) => get(ask(`/api/v1/chat-requests/${id}`, { locale })),
    findInteractions: (query) => get(ask("/api/v1/interactions", query)),
    readInteraction: (number, locale) => get(ask(interactionPath(number), { locale })),
    editInteraction: (number, change) => put(interactionPath(number), change),
    addInteraction: (wish) => post("/api/v1/interactions", wish),
    editTicket: (number, change) => put(ticketPath(number), change),
    addNote: (number, note) => post(`${ticketPath(number)}/notes`, note),
    readCompletionCodes: () => get("/api/v1/completion-codes"),
  };
}
