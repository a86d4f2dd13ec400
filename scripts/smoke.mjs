import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io } from "socket.io-client";
import { root } from "./build.mjs";

/**
 * Starts the built desk with the Node that is named (default: this one) and holds one whole conversation with it, as a
 * client that knows only the wire names: question, fallback, person, talk, end.
 */
const node = process.argv[2] ?? process.execPath;
const dataDir = mkdtempSync(join(tmpdir(), "deskhand-smoke-"));
const server = spawn(node, [join(root, "dist", "server", "main.js")], {
  cwd: root,
  env: { ...process.env, PORT: "0", DATA_DIR: dataDir, DATABASE_URL: "", REDIS_URL: "", LOG_LEVEL: "warn" },
  stdio: ["ignore", "pipe", "inherit"],
});
const checks = [];

try {
  const address = await within(90_000, readAddress(), "the address");
  await holdConversation(address);
  check("the server ends when it is told to", (await stop()) === 0);
} catch (error) {
  check(`no fault (${error instanceof Error ? error.message : error})`, false);
} finally {
  server.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
}
const failed = checks.filter((passed) => !passed).length;
console.log(`smoke: ${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function holdConversation(address) {
  const ana = await logIn(address, "ana");
  const bruno = await logIn(address, "bruno");
  const { conversation } = await ana.ask("conversation:open", { locale: "en" });
  const posted = collect(ana.socket, "message:posted");
  const send = (text, value) =>
    ana.ask("message:send", {
      conversationId: conversation.id,
      clientMessageId: randomUUID(),
      text,
      ...(value === undefined ? {} : { value }),
    });

  await send("How do I reset my password?");
  const answer = await posted.find(
    (message) => message.sender.kind === "assistant" && message.actions?.length > 0,
  );
  check(
    "an answer from the knowledge base",
    answer.actions.some(({ value }) => value.kind === "open-article"),
  );

  await send("qwzx blorf mumpitz klabautermann?");
  const fallback = await posted.find((message) =>
    message.actions?.some(({ value }) => value.kind === "talk-to-attendant"),
  );
  const offers = fallback.actions.map(({ value }) => value.kind);
  check("both options in the very reply of the fallback", offers.includes("resume-attendance"));

  const queued = next(
    bruno.socket,
    "attendance:changed",
    ({ attendance }) => attendance.status === "pending",
  );
  await send("Talk to an attendant", { kind: "talk-to-attendant" });
  const { attendance } = await within(5000, queued, "the attendance");
  check(
    "the attendance tells a ticket number and why it came",
    attendance.ticketNumber && attendance.context.question,
  );

  const accepted = await bruno.ask("attendance:accept", {
    attendanceId: attendance.id,
    requestId: randomUUID(),
  });
  const { messages } = await bruno.ask("conversation:sync", {
    conversationId: accepted.conversationId,
    afterSeq: 0,
  });
  check(
    "the agent sees the whole talk in order",
    messages.every((message, index) => message.seq === index + 1),
  );
  await bruno.ask("message:send", {
    conversationId: accepted.conversationId,
    clientMessageId: randomUUID(),
    text: "Hello Ana, this is Bruno.",
    epoch: accepted.epoch,
  });
  const heard = await posted.find((message) => message.sender.kind === "agent");
  check("the requester hears the agent", heard.text === "Hello Ana, this is Bruno.");
  await bruno.ask("attendance:end", { attendanceId: attendance.id, reason: "solved" });
  const timeline = await bruno.get(`/api/v1/tickets/${attendance.ticketNumber}/timeline`);
  check(
    "the transcript is in the ticket",
    timeline.items.some(({ text }) => text.includes("this is Bruno")),
  );
  ana.socket.close();
  bruno.socket.close();
}

async function logIn(address, username) {
  const response = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: "demo" }),
  });
  const { token } = await response.json();
  const socket = io(address, { auth: { token }, transports: ["websocket"], reconnection: false });
  await within(5000, next(socket, "connect"), "the socket");
  return {
    socket,
    ask: async (name, payload) => {
      const result = await socket.timeout(10_000).emitWithAck(name, payload);
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
      return result;
    },
    get: async (path) =>
      (await fetch(address + path, { headers: { authorization: `Bearer ${token}` } })).json(),
  };
}

function collect(socket, name) {
  const seen = [];
  const waiting = new Set();
  let read = 0;
  socket.on(name, ({ message }) => {
    seen.push(message);
    for (const look of waiting) look();
  });
  return {
    find: (fits) =>
      within(
        10_000,
        new Promise((resolve) => {
          const look = () => {
            const index = seen.findIndex((message, at) => at >= read && fits(message));
            if (index < 0) return;
            read = index + 1;
            waiting.delete(look);
            resolve(seen[index]);
          };
          waiting.add(look);
          look();
        }),
        name,
      ),
  };
}

function next(socket, name, fits = () => true) {
  return new Promise((resolve) => {
    socket.on(name, (fact) => {
      if (fits(fact)) resolve(fact);
    });
  });
}

function readAddress() {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (chunk) => {
      text += chunk;
      const found = /Deskhand is at (\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

function stop() {
  return within(
    10_000,
    new Promise((resolve) => {
      server.once("exit", resolve);
      server.kill("SIGTERM");
    }),
    "the end",
  );
}

function within(ms, work, what) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`waited too long for ${what}`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function check(what, passed) {
  checks.push(Boolean(passed));
  console.log(`${passed ? "ok" : "NOT OK"}  ${what}`);
}
