import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { ActivityHandler, ActivityTypes, BotAdapter, TurnContext } from "botbuilder";
import { Server } from "socket.io";

/** The echo bot of the botbuilder samples, behind the same kind of socket as the desk's assistant. */
const http = createServer();
const io = new Server(http, {
  serveClient: false,
  maxHttpBufferSize: 100_000,
  perMessageDeflate: false,
  transports: ["websocket"],
});
let seq = 0;

function post(conversationId, sender, text, clientMessageId) {
  const message = {
    id: randomUUID(),
    conversationId,
    seq: ++seq,
    clientMessageId,
    sender,
    text,
    sentAt: Date.now(),
  };
  io.local.to(conversationId).emit("message:posted", { message });
  return message;
}

class SocketAdapter extends BotAdapter {
  async sendActivities(context, activities) {
    const { conversation, id } = context.activity;
    return activities.map((activity, index) => {
      if (activity.type !== ActivityTypes.Message) return { id: "" };
      const sender = { kind: "assistant", id: "assistant", name: "Assistant" };
      return { id: post(conversation.id, sender, activity.text, `reply:${id}:${index}`).id };
    });
  }

  async updateActivity() {
    throw new Error("Nothing is changed here.");
  }

  async deleteActivity() {
    throw new Error("Nothing is deleted here.");
  }

  async continueConversation() {
    throw new Error("Nothing is continued here.");
  }

  run(activity, logic) {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }
}

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});
const adapter = new SocketAdapter();

io.on("connection", (socket) => {
  const { conversationId, name } = socket.handshake.auth;
  socket.join(conversationId);
  socket.on("message:send", ({ clientMessageId, text }, ack) => {
    const sender = { kind: "requester", id: socket.id, name };
    const message = post(conversationId, sender, text, clientMessageId);
    ack({ ok: true, message });
    const activity = {
      type: ActivityTypes.Message,
      id: message.id,
      timestamp: new Date(),
      channelId: "bench",
      from: { id: socket.id, name },
      recipient: { id: "assistant", name: "Assistant" },
      conversation: { id: conversationId, name: "", isGroup: false, conversationType: "personal" },
      serviceUrl: "",
      locale: "en",
      text,
    };
    adapter.run(activity, (context) => bot.run(context)).catch((error) => console.error(error));
  });
});

http.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${http.address().port} .`));
process.once("SIGTERM", () => io.close(() => process.exit(0)));
