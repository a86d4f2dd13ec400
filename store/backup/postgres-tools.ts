import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackupError } from "./backup-error.js";

export interface PostgresServer {
  readonly url: string;
  readonly schema: string | undefined;
  /** `PATH`: where PostgreSQL's tools are looked for. */
  readonly searchPath: string | undefined;
}

/** Writes a dump of the whole schema, consistent at one moment, while everybody goes on writing. */
export async function dumpPostgres(server: PostgresServer, file: string): Promise<void> {
  const only = server.schema === undefined ? [] : ["--schema", server.schema];
  await run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", ...only, "--file", file], server);
}

/**
 * Fills the schema from a dump, whole or not at all: what is said `before` and `after` belongs to the same transaction.
 * It ends only when everything was written, so whoever is killed in the middle has changed nothing.
 */
export async function restorePostgres(
  server: PostgresServer,
  script: { readonly dump: string; readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<void> {
  // The schema is there already, whether it is `public` or one of the desk's own.
  const contents = await run("pg_restore", ["--list", script.dump], server);
  const wanted = contents.split("\n").filter((line) => !/^\d+; \d+ \d+ (SCHEMA|COMMENT) - /.test(line));
  const folder = mkdtempSync(join(tmpdir(), "deskhand-restore-"));
  try {
    const list = join(folder, "list");
    writeFileSync(list, wanted.join("\n"), { mode: 0o600 });
    await fill(server, { ...script, list });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `psql` reads what `pg_restore` writes, with our words around it; it never hears `commit` when that one fails. */
async function fill(
  server: PostgresServer,
  script: {
    readonly dump: string;
    readonly list: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  },
): Promise<void> {
  const how = ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null"];
  const psql = start("psql", how, server);
  const plain = ["--no-owner", "--no-privileges", "--use-list", script.list, "--file", "-", script.dump];
  const source = start("pg_restore", plain, server);
  const filled = settled(psql.ended);
  // Whoever reads no more says why itself.
  psql.child.stdin.on("error", () => undefined);
  psql.child.once("close", () => source.child.kill());
  psql.child.stdin.write(
    [
      "begin;",
      "set local statement_timeout = 0;",
      "set local client_min_messages = warning;",
      ...script.before,
      "",
    ].join("\n"),
  );
  source.child.stdout.pipe(psql.child.stdin, { end: false });
  const isRead = await settled(source.ended);
  psql.child.stdin.end(isRead.ok ? ["", ...script.after, "commit;", ""].join("\n") : "");
  const isFilled = await filled;
  if (!isFilled.ok) throw isFilled.error;
  if (!isRead.ok) throw isRead.error;
}

async function settled(work: Promise<unknown>): Promise<{ ok: true } | { ok: false; error: unknown }> {
  return work.then(
    () => ({ ok: true }),
    (error: unknown) => ({ ok: false, error }),
  );
}

/** The password goes by the environment: arguments are seen by everybody on the machine. */
function environmentOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const mode = searchParams.get("sslmode");
  return {
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(password === "" ? {} : { PGPASSWORD: decodeURIComponent(password) }),
    ...(mode === null ? {} : { PGSSLMODE: mode }),
  };
}

type Tool = "pg_dump" | "pg_restore" | "psql";

/** Answers what the tool wrote. */
async function run(tool: Tool, args: readonly string[], server: PostgresServer): Promise<string> {
  const { child, ended } = start(tool, args, server);
  child.stdin.end();
  let answered = "";
  child.stdout.on("data", (text: Buffer) => {
    answered += text.toString();
  });
  await ended;
  return answered;
}

function start(tool: Tool, args: readonly string[], server: PostgresServer) {
  const child = spawn(tool, args, {
    env: { PATH: server.searchPath ?? "/usr/local/bin:/usr/bin:/bin", ...environmentOf(server.url) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said = `${said}${text.toString()}`.slice(-4000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", () =>
      reject(
        new BackupError(
          `${tool} is not on this machine. Install PostgreSQL's client of the server's version, or use the snapshots of whoever runs the database.`,
        ),
      ),
    );
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new BackupError(`${tool} failed: ${said.trim()}`));
    });
  });
  return { child, ended };
}
