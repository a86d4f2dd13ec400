import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../scripts/build.mjs";
import { startChild } from "./child.mjs";
import { openSchema } from "./postgres.mjs";

const ready = /Deskhand is at (\S+)/;

/**
 * A place for one desk's data: a temporary folder, and for PostgreSQL a schema. `env` starts a server on it, `options`
 * opens the same store from here. Answers `undefined` when there is no PostgreSQL.
 */
export async function openPlace(engine) {
  const schema = engine === "postgres" ? await openSchema() : undefined;
  if (engine === "postgres" && schema === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "deskhand-bench-"));
  const database =
    schema === undefined
      ? { DATABASE_URL: "" }
      : { DATABASE_URL: schema.databaseUrl, DATABASE_SCHEMA: schema.schema };
  return {
    env: { ...database, DATA_DIR: folder },
    options:
      schema === undefined
        ? { file: join(folder, "desk.db") }
        : { databaseUrl: schema.databaseUrl, schema: schema.schema },
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      await schema?.drop();
    },
  };
}

/** The built desk with the demo data, in a process of its own, on a free port. */
export async function startDesk(
  place,
  { profileInto, script = join("dist", "server", "main.js"), args = [], env = {} } = {},
) {
  const profiling = profileInto === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileInto}`];
  const child = await startChild({
    args: [...profiling, ...args, join(root, script)],
    cwd: root,
    ready,
    env: {
      ...place.env,
      HOST: "127.0.0.1",
      PORT: "0",
      REDIS_URL: "",
      DEMO: "on",
      LOG_LEVEL: "warn",
      MESSAGES_PER_MINUTE: "100000",
      REQUESTS_PER_MINUTE: "1000000",
      LOG_INS_PER_MINUTE: "100000",
      ...env,
    },
  });
  return { ...child, address: child.match[1] };
}
