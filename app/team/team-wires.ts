import { rooms } from "../../sockets/rooms.js";
import type { Sockets } from "../../sockets.js";
import type { Domains } from "../domains.js";

type Wired = Pick<Domains, "team" | "wall" | "handoff" | "notify" | "ticketMessages" | "failed"> & {
  readonly sockets: Sockets;
};

/** Who hears what of the team's facts. None of them goes to a requester's side of a talk. */
export function connectTeam(parts: Wired): (() => void)[] {
  const { team, wall, handoff, notify, ticketMessages, sockets, failed } = parts;
  const { notes, participants, viewing } = team;
  return [
    notes.events.on("posted", (note) => {
      const named = [...note.mentions, ...(note.to === undefined ? [] : [note.to])];
      const targets = [
        rooms.conversation(note.conversationId, "agent"),
        ...named.map(({ id }) => rooms.account(id)),
      ];
      sockets.toRooms(targets, "note:posted", { note });
    }),
    participants.events.on("changed", ({ conversationId, kind, accountId, by }) => {
      const run = async () => {
        const here = await participants.of(conversationId);
        const person = await participants.person(accountId);
        const targets = [rooms.conversation(conversationId, "agent"), rooms.account(accountId)];
        const change = { kind, person, by };
        sockets.toRooms(targets, "participants:changed", { conversationId, participants: here, change });
        if (kind !== "added") sockets.forget(conversationId, accountId);
      };
      run().catch(failed);
    }),
    viewing.events.on("changed", (conversationId) => {
      const fact = { conversationId, viewers: viewing.of(conversationId) };
      sockets.toSide(conversationId, "agent", "viewing:changed", fact);
    }),
    handoff.events.on("attendance-changed", (id) => wall.touch(id)),
    handoff.events.on("presence-changed", ({ isStaff }) => isStaff && wall.touchAgents()),
    wall.events.on("changed", (change) => sockets.toRooms([rooms.wall], "wall:changed", change)),
    notify.events.on("told", ({ accountIds, fact }) =>
      sockets.toRooms(accountIds.map(rooms.account), "desk:notified", fact),
    ),
    ticketMessages.events.on("told", ({ accountIds, fact }) =>
      sockets.toRooms(accountIds.map(rooms.account), "ticket:message-told", fact),
    ),
  ];
}
