import { once } from "node:events";
import { createServer } from "node:http";
import { logIn } from "../../support/desk-client.js";
import { newCanary } from "../oracles/canary.js";
import { History } from "../oracles/history.js";
import { openConnector } from "../stage/connector.js";
import type { Desk } from "../stage/desk.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import { enter } from "../stage/talks.js";
import { until } from "../until.js";

const externalAssistantParameter = 402;

export const hangingTurns: Scenario = {
  id: "F25",
  fault:
    "the assistant another house provides hangs, breaks off, answers nonsense; the channel's service answers 429, 500, never",
  criterion:
    "the requester gets the fallback ≤ 10 s and can reach people; what the channel did not take comes when it takes again",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    await playAssistant(stage, desk);
    await playChannel(stage, desk);
    await setAssistant(desk, "");
    const crowd = await stage.crowd(desk);
    await stage.judge(desk, crowd);
  },
};

async function playAssistant(stage: Stage, desk: Desk): Promise<void> {
  let manner: "hangs" | "breaks off" | "talks nonsense" = "hangs";
  const other = createServer((_request, response) => {
    if (manner === "breaks off") response.destroy();
    if (manner === "talks nonsense") response.end("<html>");
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  stage.finally(() => {
    other.close();
    other.closeAllConnections();
  });
  const address = other.address();
  const port = typeof address === "object" ? address?.port : 0;
  await setAssistant(desk, `http://127.0.0.1:${port}/`);
  const { requesters, end } = await enter(desk, new History(), { requesters: 3, agents: 0 });
  for (const [at, next] of (["hangs", "breaks off", "talks nonsense"] as const).entries()) {
    manner = next;
    const talk = await requesters[at]?.open();
    if (talk === undefined) throw new Error("Nobody came.");
    const since = performance.now();
    const before = talk.getSnapshot().lastSeq;
    talk.send(`My mailbox is full ${newCanary()}`);
    const answered = () =>
      talk
        .getSnapshot()
        .items.some(
          (item) =>
            item.kind === "posted" &&
            item.message.seq > before + 1 &&
            item.message.sender.kind === "assistant",
        );
    await until("the fallback", answered, 40_000);
    stage.atMost(`The fallback when the other assistant ${next}`, performance.now() - since, 10_000);
    talk.send(`A person please ${newCanary()}`, { kind: "talk-to-attendant" });
    const waits = () => talk.getSnapshot().conversation?.attendance?.status === "pending";
    await until("people can be reached", waits, 20_000).catch(() => undefined);
    stage.check("… and people can be reached", waits() ? "yes" : "no", waits());
  }
  end();
}

async function playChannel(stage: Stage, desk: Desk): Promise<void> {
  const connector = await openConnector();
  stage.finally(connector.close);
  const url = desk.nodes[0]?.url ?? "";
  for (const manner of ["429", "500", "never"] as const) {
    connector.behave(manner);
    const conversation = `talk-${manner}`;
    const { status, ms } = await connector.write(url, { conversation, text: `hello ${newCanary()}` });
    stage.check(`Status for an activity while the channel answers ${manner}`, status, status < 300);
    stage.atMost("… within", ms, 10_000);
    await stage.last(1000);
    connector.behave("takes");
    const isThere = () => (connector.taken.get(conversation)?.length ?? 0) > 0;
    await until("the reply arrives when the channel takes again", isThere, 45_000).catch(() => undefined);
    stage.check("… and the reply arrives when it takes again", isThere() ? "yes" : "no", isThere());
  }
}

async function setAssistant(desk: Desk, value: string): Promise<void> {
  const url = desk.nodes[0]?.url ?? "";
  const token = await logIn(url, "admin");
  const response = await fetch(`${url}/api/v1/parameters/${externalAssistantParameter}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ value }),
  });
  if (!response.ok) throw new Error(`The parameter was refused: ${await response.text()}`);
}
