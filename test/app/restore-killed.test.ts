import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { backUp, connectStore, finishRestore, migrate } from "../../store/index.js";
import { buildDesk } from "../support/desk-process.js";
import { newDatabase, runIn } from "../support/postgres.js";
import { engines } from "../support/stores.js";

const run = promisify(execFile);
const root = resolve(__dirname, "..", "..");

const restoring = ["test/support/restore.mjs", "--force", "--from"];

/** A desk that is told by a name, which stands in its database and in its files: two names, and it is a mixture. */
async function openDesk(engine: "sqlite" | "postgres") {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-killed-"));
  const database = engine === "postgres" ? await newDatabase() : undefined;
  const schema = "desk";
  if (database !== undefined) await runIn(database, `create schema ${schema}`);
  const dataDir = join(folder, "data");
  const place = {
    databaseUrl: database?.url,
    schema: database && schema,
    file: join(dataDir, "desk.db"),
    dataDir,
  };
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    ...(database === undefined ? {} : { DATABASE_URL: database.url, DATABASE_SCHEMA: schema }),
  };
  const withStore = async <T>(work: (store: ReturnType<typeof connectStore>) => Promise<T>) => {
    const store = connectStore({ ...place, poolSize: 1 });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  let isMigrated = false;
  return {
    folder,
    engine,
    /** Makes it the desk of this name. */
    become: async (name: string) => {
      mkdirSync(join(dataDir, "kept"), { recursive: true });
      await withStore(async (store) => {
        if (!isMigrated) await migrate(store);
        isMigrated = true;
        const row = { name: "desk", value: name.length };
        await store.db
          .insertInto("counter")
          .values(row)
          .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
          .execute();
        await store.db.deleteFrom("origin").execute();
        await store.db.insertInto("origin").values({ id: "desk", name }).execute();
      });
      for (const file of ["session-secret", join("kept", "picture")])
        writeFileSync(join(dataDir, file), name);
    },
    /** The names it is told by, as the next start would find them. */
    names: async () => {
      await finishRestore(place);
      const inDatabase = await withStore(({ db }) => db.selectFrom("origin").select("name").execute());
      const inFiles = ["session-secret", join("kept", "picture")].map((file) =>
        readFileSync(join(dataDir, file), "utf8"),
      );
      return [...new Set([...inDatabase.map(({ name }) => name), ...inFiles])];
    },
    backUp: (to: string) => backUp(place, { to, version: "1.2.3", now: Date.now() }),
    /** The command, killed at this step; answers how it ended and what it said. */
    restore: (from: string, killAt?: number) =>
      run(process.execPath, ["--import", "./test/support/kill-at.mjs", ...restoring, from], {
        cwd: root,
        env: { ...env, ...(killAt === undefined ? {} : { KILL_AT: String(killAt) }) },
      }).then(
        ({ stdout }) => ({ ended: "well", said: stdout }),
        (error: { signal?: string | null; stderr?: string }) => ({
          ended: error.signal ?? "badly",
          said: error.stderr ?? "",
        }),
      ),
    remove: async () => {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Other bytes in the middle of the database, under a manifest that has been told of them. */
function spoil(backup: string, engine: "sqlite" | "postgres"): void {
  const path = engine === "sqlite" ? "desk.db" : "desk.dump";
  const content = readFileSync(join(backup, path));
  const at = engine === "sqlite" ? Math.floor(content.length / 8192) * 4096 : content.length - 400;
  for (let offset = at; offset < at + 300; offset += 1) content[offset] = (content[offset] ?? 0) ^ 0x55;
  writeFileSync(join(backup, path), content);
  const manifest = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
  const sha256 = createHash("sha256").update(content).digest("hex");
  const files = manifest.files.map((file: { path: string }) =>
    file.path === path ? { ...file, sha256 } : file,
  );
  writeFileSync(join(backup, "manifest.json"), JSON.stringify({ ...manifest, files }));
}

describe.each(engines)("a restore on %s that is killed (issue 7)", (engine) => {
  beforeAll(buildDesk);

  it("at any of its steps leaves the desk before or the restored one, never parts of both", async () => {
    const desk = await openDesk(engine);
    await desk.become("restored");
    const backup = join(desk.folder, "backup");
    await desk.backUp(backup);
    await desk.become("before");
    const whole = await desk.restore(backup);
    expect(whole).toMatchObject({ ended: "well", said: expect.stringContaining("Restored") });
    const steps = Number(/STEPS (\d+)/.exec(whole.said)?.[1]);
    const found: string[] = [];

    for (let step = 1; step <= steps; step += 1) {
      await desk.become("before");
      expect(await desk.restore(backup, step)).toMatchObject({ ended: "SIGKILL" });
      const names = await desk.names();
      expect({ step, names }).toEqual({ step, names: [expect.stringMatching(/^(before|restored)$/)] });
      found.push(...names);
    }

    expect(steps).toBeGreaterThan(10);
    // Killed early it changed nothing, killed late all of it, and there is one moment between.
    expect(found.slice(0, found.indexOf("restored"))).not.toContain("restored");
    expect(new Set(found.slice(found.indexOf("restored")))).toEqual(new Set(["restored"]));
    expect(found[0]).toBe("before");

    await desk.become("before");
    expect(await desk.restore(backup)).toMatchObject({
      ended: "well",
      said: expect.stringContaining("Restored"),
    });
    expect(await desk.names()).toEqual(["restored"]);
    await desk.remove();
  }, 600_000);

  it("refused in the middle by what it finds, changes nothing, and leaves nothing beside", async () => {
    const desk = await openDesk(engine);
    await desk.become("restored");
    const backup = join(desk.folder, "backup");
    await desk.backUp(backup);
    await desk.become("before");
    const broken = join(desk.folder, "broken");
    cpSync(backup, broken, { recursive: true });
    spoil(broken, engine);

    expect(await desk.restore(broken)).toMatchObject({ ended: "badly" });

    expect(await desk.names()).toEqual(["before"]);
    expect(readdirSync(join(desk.folder, "data"))).not.toContain("restoring");
    await desk.remove();
  }, 60_000);
});
