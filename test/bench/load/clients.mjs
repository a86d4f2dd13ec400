import { io } from "socket.io-client";
import { leanParser } from "./lean-parser.mjs";

const answerWithinMs = 20_000;

/** A socket that is connected; WebSocket only, as every client of the bench. */
export function connect(address, auth, options = {}) {
  const socket = io(address, {
    auth,
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    ...options,
  });
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

/** One of very many sockets of this process: what it hears stays text. */
export function connectListener(address, auth) {
  return connect(address, auth, { parser: leanParser });
}

/** Asks and expects yes. */
export async function ask(socket, name, payload) {
  const answer = await socket.timeout(answerWithinMs).emitWithAck(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  return answer;
}

/** Logs in with the demo password and connects. */
export async function logIn(address, username) {
  const response = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: "demo" }),
  });
  const { token, error } = await response.json();
  if (token === undefined) throw new Error(`${username} cannot log in: ${error?.message}`);
  return connect(address, { token });
}

/** Runs `work` over all items, a few at once, in order of the items. */
export async function eachOf(items, atOnce, work) {
  const results = [];
  let next = 0;
  const take = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take));
  return results;
}
