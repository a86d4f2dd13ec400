import { createBotEvents } from "../bot/index.js";
import { sideOf } from "../conversation/index.js";
import { createHandoffEvents } from "../handoff/index.js";
import type { Handlers } from "../sockets/handler.js";
import type { CloseTalk } from "./close-talk.js";
import { auditAsks } from "./audit/index.js";
import { createColleagueHandlers } from "./consults.js";
import type { Domains } from "./domains.js";
import { createArticleCard, createTeamEvents } from "./team/index.js";

/** Tells the others in a conversation that somebody types; kept nowhere. */
export type TellTyping = (typing: {
  readonly conversationId: string;
  readonly accountId: string;
  readonly name: string;
  readonly on: boolean;
  readonly socketId: string;
}) => void;

/** The table of what clients may ask over sockets. */
export function createHandlers(
  parts: Pick<
    Domains,
    | "store"
    | "conversations"
    | "bot"
    | "modes"
    | "accounts"
    | "views"
    | "handoff"
    | "records"
    | "consults"
    | "tickets"
    | "team"
    | "wall"
    | "articles"
    | "personOf"
    | "audit"
  > & {
    readonly tellTyping: TellTyping;
    readonly closeTalk: CloseTalk;
  },
): Handlers {
  const { store, conversations, bot, modes, accounts, views, handoff, team } = parts;
  const live = createHandoffEvents({ handoff, conversationView: views.ofPerson });
  const talks = createBotEvents({
    conversations,
    bot,
    mode: () => modes.modeFor().mode,
    sideOf: (person, id) => sideOf(store.db, person, id),
    conversationView: views.ofPerson,
    localeOf: async (person) => (await accounts.accountById(person.accountId))?.locale,
    tellTyping: ({ person: { accountId, name }, ...typing }) =>
      parts.tellTyping({ ...typing, accountId, name }),
    closeTalk: parts.closeTalk,
    articleCard: createArticleCard(parts),
    takesPart: (person, id) => team.participants.takesPart(id, person.accountId),
  });
  const handlers: Handlers = {
    ...talks,
    ...createTeamEvents(parts),
    "conversation:open": async (request, caller) => {
      const answer = await talks["conversation:open"](request, caller);
      await team.watching.note(caller.principal, answer.conversation.id);
      return answer;
    },
    "conversation:sync": async (request, caller) => {
      const answer = await talks["conversation:sync"](request, caller);
      await team.watching.note(caller.principal, request.conversationId);
      return answer;
    },
    "attendance:accept": async (request, caller) => {
      await parts.records.checkAccept(request, caller.principal);
      const answer = await live["attendance:accept"].handle(request, caller);
      // Whoever accepts hears the talk from then on.
      await caller.follow(answer.conversationId, "agent");
      return answer;
    },
    "attendance:assign": live["attendance:assign"].handle,
    "attendance:cancel": live["attendance:cancel"].handle,
    "attendance:decline": live["attendance:decline"].handle,
    "attendance:end": live["attendance:end"].handle,
    "attendance:transfer": live["attendance:transfer"].handle,
    "attendance:take-over": async (request, caller) => {
      const answer = await live["attendance:take-over"].handle(request, caller);
      await caller.follow(answer.conversationId, "agent");
      return answer;
    },
    "attendance:merge": live["attendance:merge"].handle,
    "presence:set": live["presence:set"].handle,
    ...createColleagueHandlers(parts),
  };
  return auditAsks(handlers, parts.audit);
}
