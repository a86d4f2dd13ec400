import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./ports.js";

const program = "/usr/sbin/pgbouncer";
/** Far fewer than the desks below ask for: a session is another one at each transaction. */
export const sessions = 3;

export interface Pooler {
  urlOf(database: string): string;
  close(): Promise<void>;
}

/** PgBouncer in transaction mode before the PostgreSQL that is there. */
export async function spawnPooler(target: URL): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-pgbouncer-"));
  const port = await freePort();
  writeFileSync(join(folder, "users"), `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
  writeFileSync(
    join(folder, "pgbouncer.ini"),
    [
      "[databases]",
      `* = host=${target.hostname} port=${target.port || 5432}`,
      "[pgbouncer]",
      "listen_addr = 127.0.0.1",
      `listen_port = ${port}`,
      "unix_socket_dir =",
      "auth_type = trust",
      `auth_file = ${join(folder, "users")}`,
      "pool_mode = transaction",
      `default_pool_size = ${sessions}`,
      "max_client_conn = 200",
      "ignore_startup_parameters = extra_float_digits,options,statement_timeout,idle_in_transaction_session_timeout",
    ].join("\n"),
  );
  const child: ChildProcess = spawn(program, [join(folder, "pgbouncer.ini")], {
    stdio: ["ignore", "ignore", "pipe"],
    ...asNobody(folder),
  });
  let said = "";
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const giveUpAt = performance.now() + 60_000;
  while (!said.includes("process up")) {
    if (performance.now() > giveUpAt || child.exitCode !== null) throw new Error(`PgBouncer: ${said}`);
    await wait(20);
  }
  return {
    urlOf: (database) => `postgres://${target.username}@127.0.0.1:${port}/${database}`,
    close: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to run as root, and must read its files. */
function asNobody(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (userInfo().uid !== 0) return {};
  const nobody = 65_534;
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) {
    chownSync(path, nobody, nobody);
  }
  return { uid: nobody, gid: nobody };
}
