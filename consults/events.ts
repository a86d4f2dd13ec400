import type { Answers, Conversation, Locale, Principal, Request, RequestName } from "../contract/index.js";
import { type Consults, requireColleague } from "./consults.js";

interface Caller {
  readonly principal: Principal;
}

export interface ConsultEventParts {
  readonly consults: Consults;
  localeOf(person: Principal): Promise<Locale | undefined>;
  /** The ticket with this number, as far as this person may see it; throws when there is none. */
  ticketIdOf(person: Principal, number: string): Promise<string>;
  conversationView(conversationId: string, viewer: Principal): Promise<Conversation>;
  /** Throws unless this person may see the conversation. */
  requireSeen(person: Principal, conversationId: string): Promise<void>;
}

type Handler<N extends RequestName> = (payload: Request<N>, caller: Caller) => Promise<Answers[N]>;

/** The socket events of colleagues; each is one verb, and none is for requesters. */
export function consultHandlers(parts: ConsultEventParts) {
  const { consults } = parts;
  const start: Handler<"consult:start"> = async (request, { principal }) => {
    const { accountIds, groupIds, ticketNumber, aboutId, ...rest } = request;
    const originator = requireColleague(principal);
    if (aboutId !== undefined) await parts.requireSeen(principal, aboutId);
    const ticketId = ticketNumber === undefined ? undefined : await parts.ticketIdOf(principal, ticketNumber);
    const locale = (await parts.localeOf(principal)) ?? "en";
    const invitees = { accountIds, groupIds };
    return { consult: await consults.start({ ...rest, originator, locale, ticketId, aboutId, invitees }) };
  };
  const invite: Handler<"consult:invite"> = async ({ conversationId, ...invitees }, { principal }) => ({
    consult: await consults.invite(requireColleague(principal), conversationId, invitees),
  });
  const accept: Handler<"consult:accept"> = async ({ conversationId }, { principal }) => ({
    consult: await consults.accept(requireColleague(principal), conversationId),
  });
  const decline: Handler<"consult:decline"> = async ({ conversationId }, { principal }) => {
    await consults.decline(requireColleague(principal), conversationId);
    return {};
  };
  const leave: Handler<"consult:leave"> = async ({ conversationId }, { principal }) => ({
    consult: await consults.leave(requireColleague(principal), conversationId),
  });
  const time: Handler<"consult:time"> = async ({ conversationId, change }, { principal }) => ({
    consult: await consults.changeTime(requireColleague(principal), conversationId, change),
  });
  const sendOffRecord: Handler<"off-record:send"> = async (request, { principal }) => {
    const { recipientId, ...rest } = request;
    const sender = requireColleague(principal);
    return { offRecord: await consults.sendOffRecord({ ...rest, recipientId, sender }) };
  };
  const syncOffRecord: Handler<"off-record:sync"> = async ({ conversationId }, { principal }) => ({
    items: await consults.offRecords(requireColleague(principal), conversationId),
  });
  const selectOffRecord: Handler<"off-record:select"> = async (choice, { principal }) => {
    await consults.selectOffRecord(requireColleague(principal), choice);
    return {};
  };
  const setContact: Handler<"contact:set"> = async ({ accountId, linked }, { principal }) => ({
    contact: await consults.setContact(
      requireColleague(principal),
      accountId,
      linked ? "linked" : "unlinked",
    ),
  });
  const openDirect: Handler<"direct:open"> = async ({ accountId }, { principal }) => {
    const locale = (await parts.localeOf(principal)) ?? "en";
    return { contact: await consults.openDirect(requireColleague(principal), accountId, locale) };
  };
  return {
    "consult:start": start,
    "consult:invite": invite,
    "consult:accept": accept,
    "consult:decline": decline,
    "consult:leave": leave,
    "consult:time": time,
    "off-record:send": sendOffRecord,
    "off-record:sync": syncOffRecord,
    "off-record:select": selectOffRecord,
    "contact:set": setContact,
    "direct:open": openDirect,
  };
}
