import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Ack, Attendance } from "../../../contract/index.js";
import { quantile } from "../oracles/history.js";
import { addPeople } from "../people.js";
import type { Scenario } from "../stage/scenario.js";
import { until } from "../until.js";

const agentsWhole = 100;
const talksWhole = 1000;

export const rushForTheQueue: Scenario = {
  id: "F19",
  fault:
    "100 agents take 1,000 conversations over two servers, each accept sent twice, with 0–50 ms of jitter",
  criterion:
    "exactly one winner each, no agent above the limit, losers hear who has it; p99 ≤ 300 ms and the jitter",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const [agentCount, talkCount] = [stage.part(agentsWhole, 8), stage.part(talksWhole, 40)];
    const capacity = Math.ceil(talkCount / agentCount);
    const who = await addPeople(desk.store, { requesters: talkCount, agents: agentCount, capacity });
    for (const { token } of who.requesters) {
      const response = await fetch(`${desk.nodes[0]?.url}/api/v1/tickets`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ description: "I want a person", direct: true }),
      });
      if (response.status !== 201) throw new Error(`A wish was answered with ${response.status}.`);
    }
    for (const front of desk.fronts) front.set({ delayMs: 25, jitterMs: 25 });
    const sockets = who.agents.map(({ token }, at) =>
      io(desk.urls[at % desk.urls.length] ?? "", {
        auth: { token },
        transports: ["websocket"],
        forceNew: true,
      }),
    );
    stage.finally(() => {
      for (const socket of sockets) socket.close();
    });
    const seen = sockets.map(watch);
    await until("everybody sees the whole queue", () => seen.every(({ size }) => size === talkCount), 60_000);

    const winners = new Map<string, Set<number>>();
    const refusals = new Map<string, number>();
    const tookMs: number[] = [];
    let nameless = 0;
    const work = sockets.map(async (socket, at) => {
      const wanted = shuffled([...(seen[at] ?? [])], stage.dice);
      for (const attendanceId of wanted) {
        const wish = { attendanceId, requestId: randomUUID() };
        const since = performance.now();
        const answers: Ack<"attendance:accept">[] = await Promise.all([
          socket.emitWithAck("attendance:accept", wish),
          socket.emitWithAck("attendance:accept", wish),
        ]);
        tookMs.push(performance.now() - since);
        if (answers.some((answer) => answer.ok))
          winners.set(attendanceId, (winners.get(attendanceId) ?? new Set()).add(at));
        for (const answer of answers) {
          if (answer.ok) continue;
          refusals.set(answer.error.code, (refusals.get(answer.error.code) ?? 0) + 1);
          if (
            answer.error.code === "attendance/taken" &&
            !JSON.stringify(answer.error.details ?? {}).includes("name")
          )
            nameless += 1;
        }
        if (answers.some((answer) => !answer.ok && answer.error.code === "attendance/at-capacity")) return;
      }
    });
    await Promise.all(work);
    const held = await desk.store.db
      .selectFrom("attendance")
      .select((of) => ["agent_id", of.fn.countAll<number>().as("held")])
      .where("phase", "=", "accepted")
      .groupBy("agent_id")
      .execute();
    const once = [...winners.values()].filter(({ size }) => size === 1).length;
    const mostHeld = Math.max(...held.map((row) => Number(row.held)));
    stage.check("Conversations with exactly one winner", `${once} of ${talkCount}`, once === talkCount);
    stage.check(`Held by one agent at most (limit ${capacity})`, mostHeld, mostHeld <= capacity);
    stage.check(
      "Losers",
      [...refusals].map(([code, count]) => `${count} ${code}`).join(", "),
      nameless === 0,
    );
    stage.atMost(
      `p99 of ${tookMs.length} double accepts by ${agentCount} agents`,
      quantile(tookMs, 0.99),
      400,
    );
    stage.check("Processes that ended by themselves", desk.deaths(), desk.deaths() === 0);
  },
};

function watch(socket: Socket): Set<string> {
  const waiting = new Set<string>();
  socket.on("attendance:changed", ({ attendance }: { attendance: Attendance }) => {
    if (attendance.phase === "logged") waiting.add(attendance.id);
  });
  return waiting;
}

function shuffled<T>(items: T[], dice: (below: number) => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = dice(at + 1);
    const [here, there] = [items[at], items[other]];
    if (here !== undefined && there !== undefined) [items[at], items[other]] = [there, here];
  }
  return items;
}
