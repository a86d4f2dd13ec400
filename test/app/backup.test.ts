import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { runBackup, runRestore } from "../../backup.js";
import { startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { postgresUrl } from "../support/postgres.js";
import { engines } from "../support/stores.js";

const noSettings = { HOST: "", DATABASE_URL: "", DATABASE_SCHEMA: "" };

/** One command as an operator types it. */
async function command(run: typeof runBackup, env: Record<string, string>, ...args: string[]) {
  let said = "";
  const stream = {
    write: (text: string) => {
      said += text;
    },
  };
  const code = await run({
    args,
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...noSettings, ...env },
    version: "1.2.3",
    stdout: stream,
    stderr: stream,
    now: Date.now,
  });
  return { code, said };
}

/** A place a desk can live in, and another one, empty, to restore into. */
async function twoPlaces(engine: "sqlite" | "postgres") {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-backup-"));
  const name = `deskhand_backup_${randomUUID().replaceAll("-", "")}`;
  const databases = engine === "sqlite" ? [] : [`${name}_a`, `${name}_b`];
  const urlOf = (database: string) => Object.assign(new URL(postgresUrl), { pathname: `/${database}` }).href;
  await asAdmin(databases.map((database) => `create database ${database}`));
  const place = (data: string, database: string | undefined) => {
    mkdirSync(join(folder, data));
    // Models are kept under the hash of what they were taught: no suite needs one of its own.
    mkdirSync(join(tmpdir(), "deskhand-test-models"), { recursive: true });
    symlinkSync(join(tmpdir(), "deskhand-test-models"), join(folder, data, "models"));
    return {
      DATA_DIR: join(folder, data),
      ...(database === undefined ? {} : { DATABASE_URL: urlOf(database) }),
    };
  };
  return {
    folder,
    from: place("a", databases[0]),
    into: place("b", databases[1]),
    remove: async () => {
      await asAdmin(databases.map((database) => `drop database ${database} with (force)`));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asAdmin(statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Writes without end; answers what was acknowledged, with the time. */
function writeWithoutEnd(client: DeskClient, conversationId: string) {
  let isOver = false;
  const acked: { readonly text: string; readonly seq: number; readonly at: number }[] = [];
  const run = (async () => {
    for (let at = 0; !isOver; at += 1) {
      const text = `line ${at}`;
      const { message } = await client.get("message:send", {
        conversationId,
        clientMessageId: randomUUID(),
        text,
      });
      acked.push({ text, seq: message.seq, at: performance.now() });
    }
  })();
  return {
    acked,
    end: async () => {
      isOver = true;
      await run;
    },
  };
}

describe.each(engines)("a backup of a desk on %s (issue 7)", (engine) => {
  let places: Awaited<ReturnType<typeof twoPlaces>>;

  beforeAll(async () => {
    places = await twoPlaces(engine);
  });
  afterAll(() => places.remove());

  it("made while people write holds all they had written; restored, the desk goes on from there", async () => {
    const { folder, from, into } = places;
    const out = join(folder, "out");
    mkdirSync(join(from.DATA_DIR, "kept", "deep"), { recursive: true });
    writeFileSync(join(from.DATA_DIR, "session-secret"), "the key of this desk, 32 characters");
    writeFileSync(join(from.DATA_DIR, "kept", "deep", "ç.bin"), Buffer.from([0, 255, 13, 10]));
    const desk = await startDesk(from);
    mkdirSync(join(from.DATA_DIR, "search"), { recursive: true });
    writeFileSync(join(from.DATA_DIR, "search", "articles.index"), "made again");
    const ana = await desk.connect("ana");
    const talk = await Talk.begin(ana);
    await talk.say("How do I reset my password?");
    const writing = writeWithoutEnd(ana, talk.id);
    while (writing.acked.length < 20) await new Promise(setImmediate);

    const begunAt = performance.now();
    const made = await command(runBackup, from, "--to", out);
    const endedAt = performance.now();
    await writing.end();
    await desk.stop();

    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain("data/session-secret is a secret");
    // It was written under load, or this test shows nothing.
    expect(writing.acked.some(({ at }) => at > begunAt && at < endedAt)).toBe(true);

    expect(await command(runRestore, into, "--from", out)).toMatchObject({ code: 0 });
    const again = await startDesk(into);
    const back = await again.connect("ana");
    const { conversation } = await back.get("conversation:open", {});
    const { messages } = await back.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    expect(conversation.id).toBe(talk.id);
    const lines = new Map(messages.map(({ seq, text }) => [seq, text]));
    const before = writing.acked.filter(({ at, seq }) => at < begunAt && seq <= messages.length);
    expect(before.length).toBeGreaterThanOrEqual(19);
    expect(before.filter(({ seq, text }) => lines.get(seq) !== text)).toEqual([]);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    for (const name of ["session-secret", join("kept", "deep", "ç.bin")]) {
      expect(readFileSync(join(into.DATA_DIR, name))).toEqual(readFileSync(join(from.DATA_DIR, name)));
    }
    expect(["models", "search"].filter((name) => existsSync(join(out, "data", name)))).toEqual([]);

    await back.get("conversation:close", { conversationId: talk.id });
    const reply = await (await Talk.begin(back)).say("How do I reset my password?");
    expect(reply.actions?.some(({ value }) => value.kind === "open-article")).toBe(true);
    await again.stop();
  });

  it("is refused where a desk is already, and takes its place when told to", async () => {
    const out = join(places.folder, "out");

    const refused = await command(runRestore, places.into, "--from", out);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("--force");

    const forced = await command(runRestore, places.into, "--from", out, "--force");
    expect({ code: forced.code, said: forced.code === 0 ? "" : forced.said }).toEqual({ code: 0, said: "" });
  });

  it("is refused when a byte of it is not as it was, when a file is missing, and when it was cut short", async () => {
    const { folder, into } = places;
    const out = join(folder, "out");
    const database = join(out, engine === "sqlite" ? "desk.db" : "desk.dump");
    const whole = readFileSync(database);
    const refusal = async () => (await command(runRestore, into, "--from", out, "--force")).said;

    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(whole.length - 100) ^ 1, whole.length - 100);
    writeFileSync(database, damaged);
    expect(await refusal()).toMatch(/damaged: desk\.\w+ has another content/);
    appendFileSync(database, "x");
    expect(await refusal()).toContain("has another size");
    rmSync(database);
    expect(await refusal()).toContain("is missing");
    writeFileSync(database, whole);
    rmSync(join(out, "manifest.json"));
    expect(await refusal()).toContain("no manifest.json");
  });
});

if (engines.includes("postgres")) {
  describe("a backup of PostgreSQL (issue 7)", () => {
    it("says which tool is not there", async () => {
      const places = await twoPlaces("postgres");
      const desk = await startDesk(places.from);
      await desk.stop();

      const { code, said } = await command(
        runBackup,
        { ...places.from, PATH: "/nonexistent" },
        ...["--to", join(places.folder, "out")],
      );
      await places.remove();

      expect(code).toBe(1);
      expect(said).toContain("pg_dump is not on this machine");
    });
  });
}

describe("the commands (issue 7)", () => {
  it("say what is missing, and touch nothing that is there", async () => {
    const folder = mkdtempSync(join(tmpdir(), "deskhand-backup-"));
    const env = { DATA_DIR: join(folder, "nothing") };

    expect(await command(runBackup, env, "--to", join(folder, "out"))).toEqual({
      code: 1,
      said: `There is no desk in ${env.DATA_DIR}.\n`,
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect((await command(runRestore, env)).said).toContain("--from <folder>");
    expect((await command(runBackup, env, "--no-such")).said).toContain("--no-such");
    writeFileSync(join(folder, "mine"), "");
    const before = statSync(join(folder, "mine")).mtimeMs;
    writeFileSync(join(folder, "desk.db"), "");
    expect((await command(runBackup, { DATA_DIR: folder }, "--to", folder)).said).toContain("is not empty");
    expect(statSync(join(folder, "mine")).mtimeMs).toBe(before);
    rmSync(folder, { recursive: true });
  });
});
