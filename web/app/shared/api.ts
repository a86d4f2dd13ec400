import type { Account, Availability, Group, Role } from "../../../contract/account.js";
import type { ArticleSummary } from "../../../contract/article.js";
import type { Attendance } from "../../../contract/attendance.js";
import type { ChatStatus } from "../../../contract/chat-status.js";
import type { Consult, Contact, Transcript } from "../../../contract/consult.js";
import type { Facts } from "../../../contract/events.js";
import type { ArticlePage } from "../../../contract/knowledge.js";
import type { Locale } from "../../../contract/locale.js";
import type { EmailTemplate, EmailTemplateDraft, Mail, MailboxView } from "../../../contract/mail.js";
import type { Why } from "../../../contract/routing.js";
import type { WaysIn } from "../../../contract/sign-on.js";
import type { Catalog, Ticket, TimelineEntry } from "../../../contract/ticket.js";
import type { NewTicketMessage, TicketMessage } from "../../../contract/ticket-message.js";
import { type AdminApi, createAdminApi } from "./admin-api.js";
import type { Http } from "./http.js";
import { createKnowledgeApi, type KnowledgeApi } from "./knowledge-api.js";
import { createOverviewApi, type OverviewApi } from "./overview-api.js";
import { createLanguageModelApi, type LanguageModelApi } from "./language-model-api.js";
import { createPrivacyApi, type PrivacyApi } from "./privacy-api.js";
import { createRecordsApi, type RecordsApi } from "./records-api.js";
import { createReportApi, type ReportApi } from "./report-api.js";
import { createTeamApi, type TeamApi } from "./team-api.js";
import { createUnderstandingApi, type UnderstandingApi } from "./understanding-api.js";

/** A colleague a talk can be handed to. */
export interface AgentSummary {
  readonly id: string;
  readonly name: string;
  readonly photoUrl?: string;
  readonly status: Availability;
  readonly online: boolean;
  /** How many talks this agent has now, and may have. */
  readonly active: number;
  readonly capacity: number;
  readonly groupIds: readonly string[];
}

export interface Parameter {
  readonly number: number;
  readonly name: string;
  readonly help: string;
  readonly type: "flag" | "id" | "text" | "number" | "url";
  /** As stored; flags are "Y", "N", or "" where nobody has set them. */
  readonly value: string;
  readonly options?: readonly { readonly id: string; readonly name: string }[];
  readonly updatedAt?: number;
  readonly updatedBy?: string;
}

interface List<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface AttendanceList extends List<Attendance> {
  /** Of the queue: how many wait in all, each once, and in each group, however few are listed. */
  readonly waiting?: {
    readonly total: number;
    readonly groups: readonly { readonly groupId: string; readonly waiting: number }[];
  };
}

export interface TicketForm {
  readonly activityId: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The same for every try, so that a repeat opens no second ticket. */
  readonly requestId: string;
}

export interface ArticleQuery {
  readonly q?: string;
  readonly language?: Locale;
  /** This folder and those under it. */
  readonly folder?: string;
  readonly after?: string;
  readonly limit?: string;
}

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

export interface Api {
  readonly admin: AdminApi;
  readonly privacy: PrivacyApi;
  readonly languageModel: LanguageModelApi;
  readonly overview: OverviewApi;
  readonly knowledge: KnowledgeApi;
  readonly records: RecordsApi;
  readonly reports: ReportApi;
  readonly understanding: UnderstandingApi;
  readonly team: TeamApi;
  readSession(): Promise<{ user: Account }>;
  logIn(credentials: { username: string; password: string }): Promise<{ token: string; user: Account }>;
  /** Where the browser is to go then, if anywhere. */
  logOut(wish: { everywhere: boolean }): Promise<{ readonly leaveTo?: string }>;
  /** How people may log in. */
  readWaysIn(): Promise<WaysIn>;
  readChatStatus(): Promise<ChatStatus>;
  readAttendances(view: "queue" | "mine", limit?: number): Promise<AttendanceList>;
  /** Why an attendance waits. */
  readWhy(attendanceId: string): Promise<Why>;
  readGroups(): Promise<List<Group>>;
  readAgents(): Promise<List<AgentSummary>>;
  /** Newest first; `q` searches number and text. */
  findTickets(
    view: "mine" | "queue" | "progress" | "all",
    q?: string,
    show?: "all" | "chat" | "critical",
  ): Promise<List<Ticket>>;
  readTicket(number: string): Promise<Ticket>;
  readTimeline(number: string): Promise<List<TimelineEntry>>;
  readTicketMessages(number: string): Promise<List<TicketMessage>>;
  writeTicketMessage(number: string, form: NewTicketMessage): Promise<TicketMessage>;
  /** What the console must know of the parameters (299). */
  readConsoleSettings(): Promise<Facts["settings:changed"]>;
  /** Consults that go on with this attendant, or ended ones by words, newest first. */
  readConsults(view: "open" | "ended", q?: string): Promise<List<Consult>>;
  readTranscript(id: string): Promise<Transcript>;
  readContacts(): Promise<List<Contact>>;
  openTicket(form: TicketForm): Promise<Ticket>;
  readCatalog(locale: Locale): Promise<List<Catalog>>;
  /** Published articles this person may read: best first with `q`, else by folder and title. */
  findArticles(query: ArticleQuery): Promise<List<ArticleSummary> & { readonly reading?: true }>;
  readArticle(id: string): Promise<ArticlePage>;
  readParameters(locale: Locale): Promise<List<Parameter>>;
  writeParameter(number: number, value: string): Promise<Parameter>;
  readTemplates(): Promise<List<EmailTemplate> & { readonly canSend: boolean }>;
  /** Makes a template, or changes the one with this id. */
  writeTemplate(draft: EmailTemplateDraft, id?: string): Promise<EmailTemplate>;
  deleteTemplate(id: string): Promise<void>;
  /** The words with sample values in them. */
  previewTemplate(draft: MailWords & { readonly locale: Locale }): Promise<MailWords>;
  /** Sends a saved template to an address; answers what became of it. */
  tryTemplate(id: string, test: { readonly to: string; readonly locale: Locale }): Promise<Mail>;
  readMails(): Promise<List<Mail>>;
  readMailbox(): Promise<MailboxView>;
  retryArrival(id: string): Promise<void>;
  dismissArrival(id: string): Promise<void>;
  /** What the server says about itself; `demo` is there on a demo desk. */
  readReadiness(): Promise<{ demo?: boolean }>;
}

const templatesPath = "/api/v1/email-templates";

/** The HTTP calls of the desk by name; each rejects with an `ApiError`. */
export function createApi(http: Http): Api {
  const { get, post, put, remove } = http;
  const ticketPath = (number: string) => `/api/v1/tickets/${encodeURIComponent(number)}`;
  return {
    admin: createAdminApi(http),
    privacy: createPrivacyApi(http),
    languageModel: createLanguageModelApi(http),
    overview: createOverviewApi(http),
    knowledge: createKnowledgeApi(http),
    records: createRecordsApi(http),
    reports: createReportApi(http),
    understanding: createUnderstandingApi(http),
    team: createTeamApi(http),
    readSession: () => get("/api/v1/session"),
    logIn: (credentials) => post("/api/v1/session", credentials),
    logOut: (wish) => post("/api/v1/session/end", wish),
    readWaysIn: () => get("/api/v1/session/ways"),
    readChatStatus: () => get("/api/v1/chat"),
    readAttendances: (view, limit) =>
      get(`/api/v1/attendances?view=${view}${limit === undefined ? "" : `&limit=${limit}`}`),
    readWhy: (id) => get(`/api/v1/attendances/${id}/why`),
    readGroups: () => get("/api/v1/groups"),
    readAgents: () => get("/api/v1/agents"),
    findTickets: (view, q, show = "all") =>
      get(`/api/v1/tickets?${new URLSearchParams({ view, show, ...(q ? { q } : {}) })}`),
    readTicket: (number) => get(ticketPath(number)),
    readTimeline: (number) => get(`${ticketPath(number)}/timeline`),
    readTicketMessages: (number) => get(`${ticketPath(number)}/messages`),
    writeTicketMessage: (number, form) => post(`${ticketPath(number)}/messages`, form),
    readConsoleSettings: () => get("/api/v1/console-settings"),
    readConsults: (view, q) => get(`/api/v1/consults?${new URLSearchParams({ view, ...(q ? { q } : {}) })}`),
    readTranscript: (id) => get(`/api/v1/consults/${encodeURIComponent(id)}`),
    readContacts: () => get("/api/v1/contacts"),
    openTicket: (form) => post("/api/v1/tickets", form),
    readCatalog: (locale) => get(`/api/v1/catalog?locale=${locale}`),
    findArticles: (query) => get(`/api/v1/articles?${new URLSearchParams({ ...query })}`),
    readArticle: (id) => get(`/api/v1/articles/${encodeURIComponent(id)}`),
    readParameters: (locale) => get(`/api/v1/parameters?locale=${locale}`),
    writeParameter: (number, value) => put(`/api/v1/parameters/${number}`, { value }),
    readTemplates: () => get(templatesPath),
    writeTemplate: (draft, id) => (id ? put(`${templatesPath}/${id}`, draft) : post(templatesPath, draft)),
    deleteTemplate: (id) => remove(`${templatesPath}/${id}`),
    previewTemplate: (draft) => post(`${templatesPath}/preview`, draft),
    tryTemplate: (id, test) => post(`${templatesPath}/${id}/test`, test),
    readMails: () => get("/api/v1/mails"),
    readMailbox: () => get("/api/v1/mailbox"),
    retryArrival: (id) => post(`/api/v1/mailbox/arrivals/${id}/retry`, {}),
    dismissArrival: (id) => remove(`/api/v1/mailbox/arrivals/${id}`),
    readReadiness: () => get("/readyz"),
  };
}

/** Attendants, supervisors and administrators may use the console. */
export function mayAnswer(role: Role): boolean {
  return role !== "requester";
}

/** Supervisors and administrators read reports. */
export function mayReadReports(role: Role): boolean {
  return role === "supervisor" || role === "admin";
}
