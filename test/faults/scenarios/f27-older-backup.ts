import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectStore } from "../../../store/index.js";
import { newCanary } from "../oracles/canary.js";
import { History } from "../oracles/history.js";
import { findBrokenPromises } from "../oracles/find-broken-promises.js";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { enter } from "../stage/talks.js";

/** A database and what it has not taken over from its log yet. */
const parts = ["", "-wal"];

export const olderBackup: Scenario = {
  id: "F27",
  fault: "the database is restored from an older backup while clients know higher numbers",
  criterion: "clients begin anew (resync), nothing crashes, no number stands for two messages on a screen",
  on: ["sqlite"],
  play: async (stage) => {
    const desk = await stage.desk();
    const [node] = desk.nodes;
    const file = join(desk.dataDir, "desk.db");
    const history = new History();
    const count = stage.part(50, 6);
    const { requesters, end } = await enter(desk, history, { requesters: count, agents: 0 });
    const talks = await Promise.all(requesters.map((requester) => requester.open()));
    const say = async (words: string) => {
      for (const talk of talks) talk.send(`${words} ${newCanary()}`);
      for (const [at, talk] of talks.entries()) await requesters[at]?.sent(talk, 60_000);
    };
    await say("before the backup");
    await node?.stop();
    for (const suffix of parts) copyPart(`${file}${suffix}`, `${file}.backup${suffix}`);
    await node?.start();
    await say("after the backup, one");
    await say("after the backup, two");
    const known = talks.map((talk) => talk.getSnapshot().lastSeq);
    await node?.stop();
    // The file itself too: whoever still has the old one open keeps it to themselves.
    for (const suffix of [...parts, "-shm"]) rmSync(`${file}${suffix}`, { force: true });
    for (const suffix of parts) copyPart(`${file}.backup${suffix}`, `${file}${suffix}`);
    await node?.start();
    await until("all are back", () => requesters.every((requester) => requester.isOnline), 60_000);
    await say("after the restore");
    const isCaughtUp = () => talks.every((talk) => talk.getSnapshot().caughtUp);
    await until("all screens are read anew", isCaughtUp, 30_000);

    // What the backup did not know is lost, and its acknowledgements with it: judged is what is shown now.
    const after = new History();
    const store = connectStore({ file });
    stage.finally(store.close);
    const answered = async () =>
      (
        await store.db
          .selectFrom("conversation")
          .select("id")
          .where("owner_kind", "=", "assistant")
          .whereRef("asked_seq", ">", "answered_seq")
          .execute()
      ).length === 0;
    await until("every question is answered", answered, 60_000);
    for (const requester of requesters) await requester.settle(store, 20_000);
    for (const [at, talk] of talks.entries()) {
      const ids = talk
        .getSnapshot()
        .items.flatMap((item) => (item.kind === "posted" ? [item.message.id] : []));
      after.show({ conversationId: talk.conversationId, ids });
      if (at === 0)
        stage.check(
          "Numbers a client knew, and what there was after the restore",
          `${known[0]}, ${ids.length}`,
          true,
        );
    }
    const broken = await findBrokenPromises(store, after);
    stage.check(
      "Screens, numbers and turns after the restore",
      broken[0] ?? `${talks.length} screens agree`,
      broken.length === 0,
    );
    stage.check("Processes that ended by themselves", desk.deaths(), desk.deaths() === 0);
    end();
  },
};

function copyPart(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to);
}
