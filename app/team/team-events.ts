import { AppError, type Principal } from "../../contract/index.js";
import { sideOf, type TakingOutcome } from "../../conversation/index.js";
import type { Handlers } from "../../sockets/handler.js";
import { rooms } from "../../sockets/rooms.js";
import type { Domains } from "../domains.js";
import { quitTalk } from "./quit-talk.js";

type TeamHandlers = Pick<
  Handlers,
  | "note:post"
  | "participant:add"
  | "participant:remove"
  | "participant:quit"
  | "viewing:set"
  | "talk:watch"
  | "wall:follow"
>;

type Parts = Pick<Domains, "store" | "team" | "views" | "handoff" | "conversations" | "wall">;

/** What agents ask about a talk they share. To everybody else these talks do not exist (S10). */
export function createTeamEvents(parts: Parts): TeamHandlers {
  const { team, views, wall } = parts;
  const requireAgentSide = async (person: Principal, conversationId: string) => {
    const row = await parts.conversations.byId(conversationId);
    const side = await sideOf(parts.store.db, person, conversationId);
    // Talks among colleagues have their own ways.
    if (side !== "agent" || row?.kind !== "talk") throw notFound();
  };
  const take = async (
    verb: "add" | "remove",
    { conversationId, accountId }: { conversationId: string; accountId: string },
    person: Principal,
  ) => {
    await requireAgentSide(person, conversationId);
    const by = { id: person.accountId, name: person.name, isSupervisor: isSupervisor(person) };
    return { participants: participantsOf(await team.participants[verb]({ conversationId, accountId, by })) };
  };
  return {
    "note:post": async (request, { principal }) => {
      await requireAgentSide(principal, request.conversationId);
      const named = [...(request.mentions ?? []), ...(request.to === undefined ? [] : [request.to])];
      await requireColleagues(parts, request.conversationId, named);
      if (request.to !== undefined && !isSupervisor(principal)) throw denied();
      const note = await team.notes.post({
        conversationId: request.conversationId,
        authorId: principal.accountId,
        clientNoteId: request.clientNoteId,
        text: request.text,
        mentionIds: request.mentions ?? [],
        toId: request.to,
      });
      if (note === undefined) throw notFound();
      return { note };
    },
    "participant:add": (request, { principal }) => take("add", request, principal),
    "participant:remove": (request, { principal }) => take("remove", request, principal),
    "participant:quit": async ({ conversationId }, { principal }) => {
      await requireAgentSide(principal, conversationId);
      await quitTalk(parts, conversationId, principal);
      return {};
    },
    "viewing:set": async ({ conversationId, on }, { principal, socketId, follow }) => {
      await requireAgentSide(principal, conversationId);
      // Heard before it is read: nobody comes to look in between.
      if (on) await follow(conversationId, "agent");
      const { accountId: id, name } = principal;
      team.viewing.set({ conversationId, pageId: socketId, id, name, on });
      return { viewers: team.viewing.of(conversationId) };
    },
    "talk:watch": async ({ conversationId }, caller) => {
      if (!isSupervisor(caller.principal)) throw denied();
      await requireAgentSide(caller.principal, conversationId);
      await team.watching.note(caller.principal, conversationId);
      await caller.follow(conversationId, "agent");
      const conversation = await views.ofPerson(conversationId, caller.principal);
      return { conversation, lastSeq: conversation.lastSeq };
    },
    "wall:follow": async ({ on }, { principal, enter, leave }) => {
      if (!isSupervisor(principal)) throw denied();
      if (!on) {
        await leave(rooms.wall);
        return {};
      }
      // Entered before it is read: nothing falls between.
      await enter(rooms.wall);
      return { wall: await wall.snapshot() };
    },
  };
}

export function isSupervisor({ role }: Pick<Principal, "role">): boolean {
  return role === "supervisor" || role === "admin";
}

/** A note must not reach its requester, not even one who is a colleague. */
async function requireColleagues(
  parts: Parts,
  conversationId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const talk = await parts.conversations.byId(conversationId);
  const rows = await parts.store.db
    .selectFrom("account")
    .select("id")
    .where("id", "in", [...new Set(ids)])
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .where("id", "<>", talk?.requester_id ?? "")
    .execute();
  if (rows.length !== new Set(ids).size) {
    throw new AppError("participant/refused", "Only colleagues of the desk can be named in a note.");
  }
}

function participantsOf(outcome: TakingOutcome) {
  switch (outcome.status) {
    case "done":
    case "repeat":
      return outcome.participants;
    case "missing":
      throw notFound();
    case "not-yours":
      throw new AppError("access/denied", "Only who takes part in a talk adds or removes others.");
    case "no-talk":
      throw new AppError("participant/refused", "No attendant has this talk. Accept it first.");
    case "no-agent":
      throw new AppError(
        "participant/refused",
        "Only active attendants can take part. Choose somebody else.",
      );
    case "full":
      throw new AppError("participant/refused", "200 people take part already, more are not possible.");
    case "owner":
      throw new AppError(
        "participant/refused",
        "Its attendant cannot be removed; transfer the talk instead.",
      );
  }
}

function notFound(): AppError {
  return new AppError("conversation/not-found", "There is no such conversation of yours.");
}

function denied(): AppError {
  return new AppError("access/denied", "Only supervisors may do this.");
}
