import type { Store } from "../../../store/index.js";
import { createDice } from "../../handoff/rush.js";
import { interleave } from "../stage/interleave.js";
import type { Scenario } from "../stage/scenario.js";
import { enter } from "../stage/talks.js";
import { until } from "../until.js";

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
    // What is still open is the standing load's to serve.
    for (const { id } of there.who.requesters) crowd.history.apart.delete(id);
    for (const requester of there.requesters)
      for (const { conversationId } of requester.talks.values())
        await requester.ask("conversation:close", { conversationId });
    // Not before everything is over: a screen that is written down and then gets another line proves nothing.
    const ids = there.who.requesters.map(({ id }) => id);
    await until("all of it is served", async () => (await countOpen(desk.store, ids)) === 0);
    for (const person of [...there.requesters, one, other]) {
      await person.settle(desk.store, 20_000);
      person.tell();
    }
    there.end();
    await stage.judge(desk, crowd);
    const errors = desk.nodes.flatMap(({ said }) =>
      said.split("\n").filter((line) => line.includes('"level":50')),
    );
    const late = errors.filter((line) => /took too long|Command timed out/.test(line));
    stage.check("Turns and commands that took too long, as on a busy machine", late.length, true);
    const others = errors.length - late.length;
    stage.check("Other errors in the logs", others, others === 0);
  },
};

/** Of these requesters: attendances that are open, and talks that wait for the assistant. */
async function countOpen({ db }: Store, requesterIds: readonly string[]): Promise<number> {
  const open = await db
    .selectFrom("attendance")
    .select("id")
    .where("requester_id", "in", requesterIds)
    .where("phase", "<>", "closed")
    .execute();
  const asked = await db
    .selectFrom("conversation")
    .select("id")
    .where("requester_id", "in", requesterIds)
    .where("owner_kind", "=", "assistant")
    .whereRef("asked_seq", ">", "answered_seq")
    .execute();
  return open.length + asked.length;
}
