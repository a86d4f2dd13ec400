import type { Principal, Request, RequestName } from "../../contract/index.js";
import type { Handlers } from "../../sockets/handler.js";
import type { Audit } from "./audit.js";

/** How acts over a socket stand in the record, where HTTP has its methods. */
export const socketMethod = "SOCKET";

/** Acts of supervisors in other people's talks, with what the record calls them. */
const summaries = {
  "talk:watch": "Look at a talk of others",
  "note:post": "Whisper to the attendant of a talk",
  "attendance:take-over": "Take over a talk",
  "attendance:assign": "Give somebody who waits to an agent",
} as const;
type Recorded = Exclude<keyof typeof summaries, "talk:watch">;

/** What an act over a socket is called; nothing for what is not recorded. */
export function summaryOfAsk(path: string): string {
  return Object.entries(summaries).find(([name]) => name === path)?.[1] ?? "";
}

/**
 * The same handlers; what supervisors and admins do to others' talks over a socket leaves an entry in the record, refused
 * or not. Looking at a talk is recorded where it is noticed (team/watching.ts), by whatever door it came.
 */
export function auditAsks(handlers: Handlers, audit: Pick<Audit, "during">): Handlers {
  const recorded = <N extends Recorded>(name: N, counts: (request: Request<N>) => boolean): Handlers[N] => {
    const handle = handlers[name] as (typeof handlers)[N];
    return ((request, caller) => {
      if (!isLead(caller.principal) || !counts(request)) return handle(request, caller);
      const act = { person: caller.principal, method: socketMethod, path: name, ...toAsked(request) };
      return audit.during(act, () => handle(request, caller) as Promise<unknown>);
    }) as Handlers[N];
  };
  return {
    ...handlers,
    "note:post": recorded("note:post", ({ to }) => to !== undefined),
    "attendance:take-over": recorded("attendance:take-over", () => true),
    "attendance:assign": recorded("attendance:assign", () => true),
  };
}

function isLead({ role }: Pick<Principal, "role">): boolean {
  return role === "supervisor" || role === "admin";
}

/** Whom and what it is about; never what was written, which has a place and a time of its own. */
function toAsked(request: Request<RequestName>) {
  const {
    text: _,
    note: __,
    clientNoteId: ___,
    requestId: ____,
    ...asked
  } = request as Record<string, unknown>;
  const named = ["conversationId", "attendanceId"].flatMap((name) =>
    typeof asked[name] === "string" ? [[name, asked[name]] as const] : [],
  );
  const rest = Object.entries(asked).filter(([name]) => !named.some(([known]) => known === name));
  return { params: Object.fromEntries(named), asked: Object.fromEntries(rest) };
}
