import { io } from "socket.io-client";
import { addPeople } from "../people.js";
import { malformedBodies, malformedBytes, malformedEvents, throwAt } from "../stage/malformed.js";
import type { Scenario } from "../stage/scenario.js";
import { residentMb } from "../stage/stage.js";

const paths = ["/api/messages", "/api/v1/session", "/api/v1/tickets", "/api/v1/parameters/450"];

export const malformed: Scenario = {
  id: "F28",
  fault: "malformed traffic for 10 minutes: bodies, upgrades, frames, packets, 20,000-deep JSON",
  criterion: "no process ends, answers 4xx ≤ 1 s, nothing hangs, memory bounded",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const [node] = desk.nodes;
    const [who] = (await addPeople(desk.store, { requesters: 1, agents: 0 })).requesters;
    const socket = io(node?.url ?? "", {
      auth: { token: who?.token },
      transports: ["websocket"],
      forceNew: true,
    });
    stage.finally(() => socket.close());
    const startedAt = performance.now();
    const wholeMs = stage.part(600_000, 15_000);
    /** After a third the heap has grown to what so much garbage needs between two collections; a leak goes on. */
    let before: number | undefined;
    const statuses = new Map<number, number>();
    let slowestMs = 0;
    let thrown = 0;
    while (performance.now() < startedAt + wholeMs) {
      for (const body of malformedBodies(stage.dice)) {
        const path = paths[stage.dice(paths.length)] ?? "/";
        const since = performance.now();
        const response = await fetch(`${node?.url}${path}`, {
          method: path.includes("parameters") ? "PUT" : "POST",
          headers: {
            "content-type": stage.dice(8) === 0 ? "application/json; charset=utf-7" : "application/json",
          },
          body,
          signal: AbortSignal.timeout(20_000),
        });
        await response.text();
        slowestMs = Math.max(slowestMs, performance.now() - since);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      }
      const bytes = malformedBytes(stage.dice);
      await Promise.all(bytes.map((one) => throwAt(node?.port ?? 0, one, 1000)));
      for (const [name = "", ...args] of malformedEvents) socket.emit(String(name), ...args);
      thrown += bytes.length + malformedEvents.length;
      if (performance.now() > startedAt + wholeMs / 3) before ??= residentMb(node?.pid ?? 0);
    }
    const isRefused = [...statuses.keys()].every((status) => status >= 400 && status < 500);
    stage.check(
      "Statuses",
      [...statuses].map(([status, count]) => `${count} × ${status}`).join(", "),
      isRefused,
    );
    stage.atMost("The slowest answer", slowestMs, 1000);
    stage.check("Broken frames, upgrades and packets", thrown, thrown > 0);
    const now = residentMb(node?.pid ?? 0);
    stage.atMost("Memory of the node grew after the first third by", now - (before ?? 0), 100, "MB");
    const failed =
      desk.nodes
        .map(({ said }) => said)
        .join("")
        .match(/"level":50/g)?.length ?? 0;
    stage.check("Errors in the logs", failed, failed === 0);
    await stage.judge(desk, crowd);
  },
};
