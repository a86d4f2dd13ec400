import type { Group } from "../../../contract/account.js";
import type { ApiToken, NewApiToken } from "../../../contract/api-token.js";
import type {
  GroupForm,
  ListedGroup,
  ListedPerson,
  NewPerson,
  PersonForm,
} from "../../../contract/directory.js";
import type {
  ActivityForm,
  AdminPortfolio,
  CatalogForm,
  Changes,
  ImportReport,
  NamedForm,
  PortfolioFormat,
  ServiceForm,
} from "../../../contract/portfolio.js";
import type {
  GroupRouting,
  RoutedGroup,
  RoutingRule,
  WhatIf,
  WhatIfAnswer,
} from "../../../contract/routing.js";
import type { SignOnAdmin, SignOnRules } from "../../../contract/sign-on.js";
import type { WidgetAdmin, WidgetSettings } from "../../../contract/widget.js";
import { type AgreementsApi, createAgreementsApi } from "./agreements-api.js";
import type { Http } from "./http.js";
import { createOtherDeskApi, type OtherDeskApi } from "./other-desk-api.js";
import { createWebhooksApi, type WebhooksApi } from "./webhooks-api.js";

export type PortfolioList = keyof AdminPortfolio;
export type AnyForm = CatalogForm | ServiceForm | ActivityForm | NamedForm;

export interface ParameterChange {
  readonly oldValue: string;
  readonly value: string;
  readonly changedAt: number;
  readonly changedBy?: string;
}

export type WhatIfQuestion = Partial<WhatIf>;

interface List<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** What only admins may ask for; each call rejects with an `ApiError`. */
export interface AdminApi {
  readHistory(parameter: number): Promise<List<ParameterChange>>;
  readPortfolio(): Promise<AdminPortfolio>;
  /** Makes a new item without an id. */
  savePortfolioItem(list: PortfolioList, id: string | undefined, form: AnyForm): Promise<{ id: string }>;
  removePortfolioItem(list: PortfolioList, id: string): Promise<void>;
  importPortfolio(file: { format: PortfolioFormat; content: string; dryRun: boolean }): Promise<ImportReport>;
  readChanges(objectId: string): Promise<Changes>;
  findPeople(query: Readonly<Record<string, string>>): Promise<List<ListedPerson>>;
  createPerson(form: NewPerson): Promise<ListedPerson>;
  updatePerson(id: string, form: PersonForm): Promise<ListedPerson>;
  setPassword(id: string, password: string): Promise<void>;
  /** A picture in base64. */
  setPhoto(id: string, content: string): Promise<ListedPerson>;
  removePhoto(id: string): Promise<ListedPerson>;
  readGroups(): Promise<List<ListedGroup>>;
  saveGroup(id: string | undefined, form: GroupForm): Promise<Group>;
  removeGroup(id: string): Promise<void>;
  readWidget(): Promise<WidgetAdmin>;
  saveWidget(change: { settings: WidgetSettings; version: number }): Promise<WidgetAdmin>;
  /** A picture in base64. */
  setLogo(content: string): Promise<WidgetAdmin>;
  removeLogo(): Promise<void>;
  newWidgetKey(formerForHours: number): Promise<{ secret: string }>;
  readTokens(): Promise<List<ApiToken>>;
  /** The token itself is told this once. */
  createToken(form: NewApiToken): Promise<{ readonly token: string; readonly item: ApiToken }>;
  revokeToken(id: string): Promise<void>;
  readRouting(): Promise<{ readonly groups: readonly RoutedGroup[]; readonly rules: readonly RoutingRule[] }>;
  saveGroupRouting(id: string, routing: GroupRouting): Promise<RoutedGroup>;
  saveRules(rules: readonly RoutingRule[]): Promise<{ readonly rules: readonly RoutingRule[] }>;
  askWhatIf(question: WhatIfQuestion): Promise<WhatIfAnswer>;
  readCalendarNames(): Promise<List<{ readonly id: string; readonly name: string }>>;
  readonly agreements: AgreementsApi;
  readonly webhooks: WebhooksApi;
  readonly otherDesk: OtherDeskApi;
  readSignOn(): Promise<SignOnAdmin>;
  saveSignOn(form: { settings: SignOnRules; version: number }): Promise<SignOnAdmin>;
  /** Parts the account from the person of the identity provider. */
  removeSignOn(accountId: string): Promise<void>;
}

export function createAdminApi({ get, post, put, remove }: Http): AdminApi {
  const save = <T>(path: string, id: string | undefined, form: unknown): Promise<T> =>
    id === undefined ? post(path, form) : put(`${path}/${id}`, form);
  return {
    readHistory: (parameter) => get(`/api/v1/parameters/${parameter}/history`),
    readPortfolio: () => get("/api/v1/portfolio"),
    savePortfolioItem: (list, id, form) => save(`/api/v1/portfolio/${list}`, id, form),
    removePortfolioItem: (list, id) => remove(`/api/v1/portfolio/${list}/${id}`),
    importPortfolio: (file) => post("/api/v1/portfolio/import", file),
    readChanges: (objectId) => get(`/api/v1/changes?objectId=${objectId}`),
    findPeople: (query) => get(`/api/v1/accounts?${new URLSearchParams(query)}`),
    createPerson: (form) => post("/api/v1/accounts", form),
    updatePerson: (id, form) => put(`/api/v1/accounts/${id}`, form),
    setPassword: (id, password) => put(`/api/v1/accounts/${id}/password`, { password }),
    setPhoto: (id, content) => put(`/api/v1/accounts/${id}/photo`, { content }),
    removePhoto: (id) => remove(`/api/v1/accounts/${id}/photo`),
    readGroups: () => get("/api/v1/groups/details"),
    saveGroup: (id, form) => save("/api/v1/groups", id, form),
    agreements: createAgreementsApi({ get, post, put, remove }),
    webhooks: createWebhooksApi({ get, post, put, remove }),
    otherDesk: createOtherDeskApi({ get, post, put, remove }),
    readSignOn: () => get("/api/v1/single-sign-on"),
    saveSignOn: (form) => put("/api/v1/single-sign-on", form),
    removeSignOn: (id) => remove(`/api/v1/accounts/${id}/single-sign-on`),
    removeGroup: (id) => remove(`/api/v1/groups/${id}`),
    readWidget: () => get("/api/v1/widget/settings"),
    saveWidget: (change) => put("/api/v1/widget/settings", change),
    setLogo: (content) => put("/api/v1/widget/logo", { content }),
    removeLogo: () => remove("/api/v1/widget/logo"),
    newWidgetKey: (formerForHours) => post("/api/v1/widget/keys", { formerForHours }),
    readTokens: () => get("/api/v1/api-tokens"),
    createToken: (form) => post("/api/v1/api-tokens", form),
    revokeToken: (id) => remove(`/api/v1/api-tokens/${id}`),
    readRouting: () => get("/api/v1/routing"),
    saveGroupRouting: (id, routing) => put(`/api/v1/routing/groups/${id}`, routing),
    saveRules: (rules) => put("/api/v1/routing/rules", { rules }),
    askWhatIf: (question) => post("/api/v1/routing/what-if", question),
    readCalendarNames: () => get("/api/v1/calendars"),
  };
}

/** Where the browser fetches the portfolio as a file. */
export function exportPath(format: PortfolioFormat): string {
  return `/api/v1/portfolio/export?format=${format}`;
}
