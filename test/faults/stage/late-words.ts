import { setTimeout as wait } from "node:timers/promises";
import type { Crowd } from "../crowd.js";
import { newCanary } from "../oracles/canary.js";
import { Person } from "../person.js";
import { until } from "../until.js";
import type { Desk } from "./desk.js";
import { enter, pairUp, tryAccept } from "./talks.js";

export interface LateWords {
  /** How many late messages the store refused, and of how many. */
  readonly refused: number;
  readonly sent: number;
  readonly owners: number;
}

/**
 * Agents write through a node that hangs; meanwhile, through the other node, their talks get another owner. When the
 * node goes on, what it was given is late, and must be refused by the epoch (Q3, Q10).
 */
export async function writeThroughHangingNode(
  desk: Desk,
  crowd: Crowd,
  hang: { readonly begin: () => void; readonly over: () => Promise<void> },
): Promise<LateWords> {
  const { history } = crowd;
  const [hanging, alive] = desk.fronts;
  if (hanging === undefined || alive === undefined) throw new Error("This takes two nodes.");
  const there = await enter(desk, history, { requesters: 4, agents: 0 });
  const { who, end } = await enter(desk, history, { requesters: 0, agents: 4 });
  // Requesters and the agents' second windows on the node that lives, the first windows on the one that hangs.
  const here = who.agents.map((one) => new Person(hanging.url, one, history));
  const second = who.agents.map((one) => new Person(alive.url, one, history));
  await until("all are online", () => [...here, ...second].every((person) => person.isOnline));
  const pairs = await Promise.all(
    there.requesters.map((requester, at) => pairUp(requester, here[at] ?? fail(), history)),
  );
  hang.begin();
  for (const pair of pairs) pair.agentTalk.send(`late words ${newCanary()}`);
  await wait(200);
  await Promise.all(
    pairs.map(async ({ attendanceId }, at) => {
      const [first, next] = [second[at] ?? fail(), second[(at + 1) % second.length] ?? fail()];
      await first.ask("attendance:transfer", { attendanceId, to: { kind: "agent", id: next.id } });
      await tryAccept(next, attendanceId, history);
    }),
  );
  await hang.over();
  const isSettled = () =>
    pairs.every((pair) =>
      pair.agentTalk.getSnapshot().items.every((item) => item.kind === "posted" || item.state === "failed"),
    );
  await until("the late words are refused or stored", isSettled, 60_000).catch(() => undefined);
  const refused = pairs.filter((pair) =>
    pair.agentTalk.getSnapshot().items.some((item) => item.kind === "outgoing" && item.state === "failed"),
  ).length;
  for (const [at, { attendanceId }] of pairs.entries())
    await second[(at + 1) % second.length]?.ask("attendance:end", { attendanceId });
  const owned = new Map<string, Set<string>>();
  for (const { conversationId, epoch, agentId } of history.won)
    owned.set(
      `${conversationId} ${epoch}`,
      (owned.get(`${conversationId} ${epoch}`) ?? new Set()).add(agentId),
    );
  end();
  there.end();
  for (const person of [...here, ...second]) person.close();
  return { refused, sent: pairs.length, owners: Math.max(...[...owned.values()].map((set) => set.size)) };
}

function fail(): never {
  throw new Error("There is nobody at this place.");
}
