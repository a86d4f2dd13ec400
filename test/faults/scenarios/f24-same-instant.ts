import { createDice } from "../../handoff/rush.js";
import { interleave } from "../stage/interleave.js";
import type { Scenario } from "../stage/scenario.js";
import { enter } from "../stage/talks.js";

const whole = 10_000;
const requesters = 10;
/** Each round has two handfuls of verbs at once. */
const perRound = 2;

export const sameInstant: Scenario = {
  id: "F24",
  fault: "message, handoff, close and transfer at the same instant, 10,000 random interleavings",
  criterion: "every state is legal; exactly one of assistant and agent answers each message",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const there = await enter(desk, crowd.history, { requesters, agents: 2 });
    const [one, other] = there.agents;
    if (!one || !other) throw new Error("Nobody came.");
    const rounds = Math.ceil(stage.part(whole, 60) / requesters / perRound);
    await Promise.all(
      there.requesters.map((requester, at) =>
        interleave(requester, [one, other], { dice: createDice(stage.seed + at), rounds }),
      ),
    );
    stage.check("Interleavings", rounds * requesters * perRound, true);
    for (const person of [...there.requesters, one, other]) {
      await person.settle(desk.store, 20_000);
      person.tell();
    }
    // What is still open is the standing load's to serve.
    for (const { id } of there.who.requesters) crowd.history.apart.delete(id);
    for (const requester of there.requesters)
      for (const { conversationId } of requester.talks.values())
        await requester.ask("conversation:close", { conversationId });
    there.end();
    await stage.judge(desk, crowd);
    const errors =
      desk.nodes
        .map((node) => node.said)
        .join("")
        .match(/"level":50/g)?.length ?? 0;
    stage.check("Errors in the logs", errors, errors === 0);
  },
};
