import { join } from "node:path";
import { judge, median, show } from "../figures.mjs";
import { ask, logIn } from "../load/clients.mjs";
import { createAsker } from "../load/turns.mjs";
import { openPlace, startDesk } from "../servers/desk.mjs";

const firstStarts = 2;
const laterStarts = 5;
/** What the demo desk has articles for, in its three languages. */
const questions = [
  "How do I reset my password?",
  "¿Cómo conecto la VPN?",
  "A impressora não imprime",
  "My mailbox is full",
  "Mi cuenta está bloqueada",
  "Como conecto o wifi do escritório?",
];
const turns = 30;

/** From `npm start` of a built desk to the first answers, and what the process then holds in memory. */
export async function measureStart() {
  const first = [];
  for (let time = 0; time < firstStarts; time += 1) {
    const place = await openPlace("sqlite");
    try {
      first.push(await startOnce(place));
    } finally {
      await place.remove();
    }
  }
  const place = await openPlace("sqlite");
  try {
    await startOnce(place);
    const later = [];
    for (let time = 0; time < laterStarts; time += 1) later.push(await startOnce(place));
    return report(first, later);
  } finally {
    await place.remove();
  }
}

async function startOnce(place) {
  const startedAt = performance.now();
  const server = await startDesk(place, { script: join("scripts", "start.mjs") });
  try {
    const healthy = await fetch(`${server.address}/healthz`);
    if (!healthy.ok) throw new Error(`/healthz answered ${healthy.status}.`);
    const answeredMs = performance.now() - startedAt;
    const cpuMs = server.cpuMs();
    const socket = await logIn(server.address, "ana");
    const { conversation } = await ask(socket, "conversation:open", { locale: "en" });
    const asker = createAsker({
      socket,
      conversationId: conversation.id,
      at: 0,
      questionOf: (number) => questions[number % questions.length],
    });
    await asker.ask();
    const repliedMs = performance.now() - startedAt;
    for (let turn = 0; turn < turns; turn += 1) await asker.ask();
    await ask(socket, "conversation:close", { conversationId: conversation.id });
    socket.close();
    return { answeredMs, cpuMs, repliedMs, memoryMb: server.memoryMb() };
  } finally {
    await server.stop();
  }
}

function report(first, later) {
  const figures = [
    { name: "first start (seeds the demo desk, trains)", ...middle(first) },
    { name: "later start (trained model in the cache)", ...middle(later) },
  ];
  const last = figures[1];
  return {
    title: "Start and memory, embedded with the demo desk",
    about: [
      "From the call of `node scripts/start.mjs` (what `npm start` runs) on a built project to the first answer over " +
        "HTTP, and to the assistant's first reply over a socket, login included. Memory is the resident set of the " +
        `whole process after ${turns} turns in three languages. Medians of ${firstStarts} and ${laterStarts} starts.`,
    ],
    columns: [
      "",
      "first answer, ms",
      "processor time until then, ms",
      "first reply of the assistant, ms",
      "resident memory, MB",
    ],
    rows: figures.map((one) => [
      one.name,
      show(one.answeredMs),
      show(one.cpuMs),
      show(one.repliedMs),
      show(one.memoryMb),
    ]),
    marks: [
      judge("later start to the first answer", last.answeredMs / 1000, { atMost: 3, unit: "s" }),
      judge("resident memory", last.memoryMb, { atMost: 300, unit: "MB" }),
    ],
  };
}

function middle(starts) {
  return {
    answeredMs: median(starts.map((one) => one.answeredMs)),
    cpuMs: median(starts.map((one) => one.cpuMs)),
    repliedMs: median(starts.map((one) => one.repliedMs)),
    memoryMb: median(starts.map((one) => one.memoryMb)),
  };
}
