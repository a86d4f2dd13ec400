import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
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

/** Fills an empty schema from a dump, whole or not at all. */
export async function restorePostgres(server: PostgresServer, file: string): Promise<void> {
  // The schema is there already, whether it is `public` or one of the desk's own.
  const contents = await run("pg_restore", ["--list", file], server);
  const wanted = contents.split("\n").filter((line) => !/^\d+; \d+ \d+ (SCHEMA|COMMENT) - /.test(line));
  const list = `${file}.list`;
  writeFileSync(list, wanted.join("\n"), { mode: 0o600 });
  const database = decodeURIComponent(new URL(server.url).pathname.slice(1));
  const how = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"];
  await run("pg_restore", [...how, "--use-list", list, "--dbname", database, file], server);
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

function run(
  tool: "pg_dump" | "pg_restore",
  args: readonly string[],
  server: PostgresServer,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      env: { PATH: server.searchPath ?? "/usr/local/bin:/usr/bin:/bin", ...environmentOf(server.url) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let answered = "";
    child.stderr.on("data", (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-4000);
    });
    child.stdout.on("data", (text: Buffer) => {
      answered += text.toString();
    });
    child.once("error", () =>
      reject(
        new BackupError(
          `${tool} is not on this machine. Install PostgreSQL's client of the server's version, or use the snapshots of whoever runs the database.`,
        ),
      ),
    );
    child.once("close", (code) => {
      if (code === 0) resolve(answered);
      else reject(new BackupError(`${tool} failed: ${said.trim()}`));
    });
  });
}
