import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { connectStore, type Store } from "../../../store/index.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import type { Desk } from "../stage/desk.js";

export const sqliteFails: Scenario = {
  id: "F13",
  fault:
    "SQLite: kill -9 in a transaction, a second process that holds the write lock 30 s, a WAL without its tail",
  criterion: "integrity_check is ok; a locked database is told as server/busy; never a lost acknowledgement",
  on: ["sqlite"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const [node] = desk.nodes;

    const lockedMs = stage.part(30_000, 7000);
    const held = desk.store.db.transaction().execute(async (trx) => {
      await trx
        .updateTable("counter")
        .set({ value: (of) => of.ref("value") })
        .execute();
      await stage.last(lockedMs);
    });
    const { count } = await stage.acksDuring(crowd, held);
    stage.check(`Acknowledgements while the lock was held ${lockedMs / 1000} s`, count, true);
    stage.atMost("First acknowledgement after the lock", await stage.nextAck(crowd), 5000);
    const failed = node?.said.match(/"A socket request failed\."/g)?.length ?? 0;
    stage.check("Requests that were told of a fault and not to try again", failed, failed === 0);

    for (let round = 0; round < stage.part(20, 3); round += 1) {
      await stage.last(100 + stage.dice(400));
      await node?.kill();
      await cutTail(stage, desk);
      await node?.start();
      await stage.nextAck(crowd);
    }
    stage.check(
      "integrity_check after the kills",
      await integrity(desk.store),
      (await integrity(desk.store)) === "ok",
    );
    await stage.judge(desk, crowd);
  },
};

/** What a torn WAL leaves is older, but whole: looked at on a copy, for what is cut off is lost. */
async function cutTail(stage: Stage, { dataDir }: Desk): Promise<void> {
  const file = join(dataDir, "desk.db");
  if (!existsSync(`${file}-wal`)) return;
  const folder = mkdtempSync(join(tmpdir(), "deskhand-torn-"));
  try {
    const copy = join(folder, "desk.db");
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    const { size } = statSync(`${copy}-wal`);
    truncateSync(`${copy}-wal`, Math.max(0, size - 1 - stage.dice(Math.max(1, size / 2))));
    const store = connectStore({ file: copy });
    const found = await integrity(store);
    const holes = await countHoles(store);
    await store.close();
    stage.check(
      "A WAL without its tail: integrity_check, conversations with a hole",
      `${found}, ${holes}`,
      found === "ok" && holes === 0,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function integrity({ db }: Store): Promise<string> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows.map((row) => row.integrity_check).join("; ");
}

async function countHoles({ db }: Store): Promise<number> {
  const { rows } = await sql<{ id: string }>`select conversation.id from conversation
    left join message on message.conversation_id = conversation.id
    group by conversation.id, last_seq having count(message.id) <> last_seq`.execute(db);
  return rows.length;
}
