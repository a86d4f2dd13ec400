import { connect } from "./clients.mjs";

/** Two sides with a socket each in every one of `count` conversations of the bare server. */
export async function openBareTalks(address, count) {
  const pairs = Array.from({ length: count }, (_, at) =>
    Promise.all(
      ["requester", "agent"].map((name) => connect(address, { conversationId: `talk-${at}`, name })),
    ),
  );
  return (await Promise.all(pairs)).flat().map((socket) => ({ socket, payload: {} }));
}
