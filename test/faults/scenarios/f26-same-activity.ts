import { randomUUID } from "node:crypto";
import { newCanary } from "../oracles/canary.js";
import { openConnector } from "../stage/connector.js";
import type { Scenario } from "../stage/scenario.js";
import { until } from "../until.js";

const times = 5;

export const sameActivity: Scenario = {
  id: "F26",
  fault: "the same activity comes five times at once",
  criterion: "one message, one turn, one answer",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const connector = await openConnector();
    stage.finally(connector.close);
    const rounds = stage.part(40, 5);
    const statuses = new Set<number>();
    const texts: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const text = `How do I reset my password? ${newCanary()}`;
      texts.push(text);
      const words = { conversation: `talk-${round}`, text, id: randomUUID() };
      const answers = await Promise.all(
        Array.from({ length: times }, (_, at) =>
          connector.write(desk.nodes[at % desk.nodes.length]?.url ?? "", words),
        ),
      );
      for (const { status } of answers) statuses.add(status);
    }
    await until("all are answered", () => connector.taken.size === rounds, 60_000).catch(() => undefined);
    await stage.last(2500);
    const rows = await desk.store.db
      .selectFrom("message")
      .select(["id", "text", "conversation_id"])
      .where("text", "in", texts)
      .execute();
    const turns = await desk.store.db
      .selectFrom("turn")
      .select("message_id")
      .where(
        "message_id",
        "in",
        rows.map((row) => row.id),
      )
      .execute();
    const doubled = [...connector.taken.values()].filter(
      (taken) => new Set(taken).size !== taken.length,
    ).length;
    stage.check(
      "Statuses",
      [...statuses].join(),
      [...statuses].every((status) => status < 300),
    );
    stage.check("Messages stored", `${rows.length} of ${rounds}`, rows.length === rounds);
    stage.check("Turns", `${turns.length} of ${rounds}`, turns.length === rounds);
    stage.check("Conversations in which an answer came twice", doubled, doubled === 0);
    await stage.judge(desk, crowd);
  },
};
