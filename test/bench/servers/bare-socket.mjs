import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Server } from "socket.io";

/**
 * What every chat over socket.io does at least: takes a message, sends it to the room of its conversation, and answers
 * the sender. Nothing is checked and nothing is kept. Same options as the desk's sockets.
 */
const http = createServer();
const io = new Server(http, {
  serveClient: false,
  maxHttpBufferSize: 100_000,
  perMessageDeflate: false,
  transports: ["websocket"],
});
let seq = 0;

io.on("connection", (socket) => {
  const { conversationId, name } = socket.handshake.auth;
  socket.join(conversationId);
  socket.on("message:send", ({ clientMessageId, text }, ack) => {
    const message = {
      id: randomUUID(),
      conversationId,
      seq: ++seq,
      clientMessageId,
      sender: { kind: "requester", id: socket.id, name },
      text,
      sentAt: Date.now(),
    };
    io.local.to(conversationId).emit("message:posted", { message });
    ack({ ok: true, message });
  });
});

http.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${http.address().port} .`));
process.once("SIGTERM", () => io.close(() => process.exit(0)));
