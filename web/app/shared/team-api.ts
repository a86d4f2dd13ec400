import type { CannedReply, CannedReplyForm } from "../../../contract/team/canned-reply.js";
import type { PushSubscription } from "../../../contract/team/push.js";
import type { Rota } from "../../../contract/team/rota.js";
import type { PastTalk, TalkTeam } from "../../../contract/team/talk-team.js";
import type { Http } from "./http.js";

interface List<T> {
  readonly items: readonly T[];
}

/** What agents share beside the talks; each call rejects with an `ApiError`. */
export interface TeamApi {
  readJoined(): Promise<List<string>>;
  readTeam(conversationId: string): Promise<TalkTeam>;
  readPast(conversationId: string): Promise<List<PastTalk>>;
  writeTags(conversationId: string, tags: readonly string[]): Promise<List<string>>;
  readTicketTags(number: string): Promise<List<string>>;
  writeTicketTags(number: string, tags: readonly string[]): Promise<List<string>>;
  suggestTags(beginning: string): Promise<List<string>>;
  readReplies(): Promise<List<CannedReply>>;
  saveReply(id: string | undefined, form: CannedReplyForm): Promise<CannedReply>;
  removeReply(id: string): Promise<void>;
  readPushKey(): Promise<{ key: string }>;
  subscribe(subscription: PushSubscription): Promise<void>;
  unsubscribe(endpoint: string): Promise<void>;
  readRota(groupId: string): Promise<Rota>;
  saveRota(groupId: string, rota: Rota): Promise<Rota>;
}

export function createTeamApi({ get, post, put, remove }: Http): TeamApi {
  const ticket = (number: string) => `/api/v1/tickets/${encodeURIComponent(number)}`;
  return {
    readJoined: () => get("/api/v1/conversations/joined"),
    readTeam: (id) => get(`/api/v1/conversations/${id}/team`),
    readPast: (id) => get(`/api/v1/conversations/${id}/past`),
    writeTags: (id, tags) => put(`/api/v1/conversations/${id}/tags`, { tags }),
    readTicketTags: (number) => get(`${ticket(number)}/tags`),
    writeTicketTags: (number, tags) => put(`${ticket(number)}/tags`, { tags }),
    suggestTags: (q) => get(`/api/v1/tags?${new URLSearchParams({ q })}`),
    readReplies: () => get("/api/v1/canned-replies"),
    saveReply: (id, form) =>
      id === undefined ? post("/api/v1/canned-replies", form) : put(`/api/v1/canned-replies/${id}`, form),
    removeReply: (id) => remove(`/api/v1/canned-replies/${id}`),
    readPushKey: () => get("/api/v1/push/key"),
    subscribe: (subscription) => post("/api/v1/push/subscriptions", subscription),
    unsubscribe: (endpoint) => post("/api/v1/push/subscriptions/remove", { endpoint }),
    readRota: (groupId) => get(`/api/v1/groups/${groupId}/rota`),
    saveRota: (groupId, rota) => put(`/api/v1/groups/${groupId}/rota`, rota),
  };
}
