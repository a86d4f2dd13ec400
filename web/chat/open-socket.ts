import { io } from "socket.io-client";
import type { OpenSocket } from "./socket-port.js";

/** WebSocket first, polling where a proxy forbids it. Reconnects for ever with growing, scattered pauses. */
export const openSocket: OpenSocket = ({ url, token, locale }) => {
  const socket = io(url ?? "", {
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    auth: { ...(token ? { token } : {}), ...(locale ? { locale } : {}) },
  });
  return {
    get connected() {
      return socket.connected;
    },
    get active() {
      return socket.active;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    emit: (name, payload, ack) => void socket.emit(name, payload, ack),
    on: (name, listener) => void socket.on(name, listener),
    dropBuffer() {
      socket.sendBuffer = [];
    },
  };
};
