/** Names of rooms, in one place. A conversation has a room per side: staff see more of it than the requester. */
export const rooms = {
  conversation: (id: string, side: "requester" | "agent") => `conversation:${side}:${id}`,
  account: (id: string) => `account:${id}`,
  group: (id: string) => `group:${id}`,
  session: (id: string) => `session:${id}`,
  supervisors: "supervisors",
  wall: "wall",
};

const conversationRoom = /^conversation:(requester|agent):(.+)$/;

/** The conversation whose room this is, if it is one; with a side, if it is that side's. */
export function conversationOf(room: string, side?: "requester" | "agent"): string | undefined {
  const [, found, id] = conversationRoom.exec(room) ?? [];
  return side === undefined || side === found ? id : undefined;
}
