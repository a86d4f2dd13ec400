import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/ports.js";
import { newCanary } from "../oracles/canary.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";
import { enter } from "../stage/talks.js";

const sizeMb = 64;

export const fullDisk: Scenario = {
  id: "F14",
  fault: "the disk of the data is full; the log goes to /dev/full",
  criterion:
    "sending is told as an error, never acknowledged; reading goes on; with room again it recovers without a restart; a failed log write ends nothing",
  on: ["sqlite"],
  play: async (stage) => {
    await playFullData(stage);
    await playFullLog(stage);
  },
};

async function playFullData(stage: Stage): Promise<void> {
  if (process.getuid?.() !== 0)
    return stage.check("A small disk of its own", "needs root to mount it", false);
  const dataDir = mountSmallDisk(stage);
  const desk = await stage.desk({ dataDir });
  const crowd = await stage.crowd(desk);
  const { requesters, end } = await enter(desk, crowd.history, { requesters: 1, agents: 0 });
  const [requester] = requesters;
  const talk = await requester?.open();
  if (!requester || !talk) throw new Error("Nobody came.");

  const filler = join(dataDir, "filler");
  const send = () =>
    requester.tryOnce("message:send", {
      conversationId: talk.conversationId,
      clientMessageId: crypto.randomUUID(),
      text: `words ${newCanary()} ${"x".repeat(6000)}`,
    });
  fill(filler);
  // The WAL has room that it took before; what is sent uses it up.
  let told = await send();
  for (let tries = 0; told.ok && tries < 2000; tries += 1) told = await send();
  stage.check(
    "Sending on a full disk is told",
    told.ok ? "stored" : told.error.code,
    !told.ok && told.error.code === "server/busy",
  );
  const read = await requester.tryOnce("conversation:sync", {
    conversationId: talk.conversationId,
    afterSeq: 0,
  });
  stage.check(
    "Reading on a full disk",
    read.ok ? `${read.messages.length} messages` : read.error.code,
    read.ok,
  );
  await stage.last(stage.part(20_000, 1000));
  rmSync(filler);
  stage.atMost("First acknowledgement with room again", await stage.nextAck(crowd), 5000);
  end();
  await stage.judge(desk, crowd);
}

async function playFullLog(stage: Stage): Promise<void> {
  const desk = await stage.desk({
    port: await freePort(),
    through: ["sh", "-c", 'exec "$0" "$@" > /dev/full 2> /dev/full'],
    environment: { LOG_LEVEL: "debug" },
  });
  const crowd = await stage.crowd(desk);
  const { count } = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 2000)));
  stage.check("Acknowledgements while no line of the log can be written", count, count > 0);
  await stage.judge(desk, crowd);
}

function mountSmallDisk(stage: Stage): string {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-small-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "tmpfs", folder]);
  stage.finally(() => {
    execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const models = join(tmpdir(), "deskhand-test-models");
  mkdirSync(models, { recursive: true });
  symlinkSync(models, join(folder, "models"));
  return folder;
}

/** Writes until there is no room for another byte. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (const size of [1024 * 1024, 4096, 1]) {
      const block = Buffer.alloc(size);
      for (;;) if (writeSync(file, block) < size) break;
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}
