import { Manager } from "socket.io-client";
import { newId } from "./new-id.js";
import type { OpenSocket } from "./socket-port.js";

/** WebSocket first, polling where a proxy forbids it. Reconnects for ever with growing, scattered pauses. */
export const openSocket: OpenSocket = ({ url, token, locale }) => {
  const manager = new Manager(url ?? "", {
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  const auth = { ...(token ? { token } : {}), ...(locale ? { locale } : {}) };
  const socket = manager.socket("/", { auth });
  return {
    get connected() {
      return socket.connected;
    },
    get active() {
      return socket.active;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    // Beside the payload goes the id by which the server will know this request in its log.
    emit: (name, payload, ack) => void socket.emit(name, payload, { requestId: newId() }, ack),
    on: (name, listener) => void socket.on(name, listener),
    dropBuffer() {
      socket.sendBuffer = [];
    },
  };
};
