import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { postgresVersion } from "../servers/postgres.mjs";

/** What a reader must know of the machine and the build to judge the figures. */
export async function readFacts() {
  const processors = cpus();
  return {
    at: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: firstLine("git", ["rev-parse", "--short=12", "HEAD"]),
    isChanged: firstLine("git", ["status", "--porcelain", "--untracked-files=no"]) !== undefined,
    cpu: `${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0].toFixed(1),
    node: process.version,
    redis: /v=(\S+)/.exec(firstLine("redis-server", ["--version"]) ?? "")?.[1],
    postgres: await postgresVersion(),
  };
}

export function machineLines(row, facts) {
  const servers = [
    facts.redis === undefined ? undefined : `Redis ${facts.redis}`,
    facts.postgres === undefined ? undefined : `PostgreSQL ${facts.postgres}`,
  ].filter((one) => one !== undefined);
  const commit =
    facts.commit === undefined ? "" : `, commit ${facts.commit}${facts.isChanged ? " with changes" : ""}`;
  return [
    `\`npm run bench -- ${row}\`, ${facts.at} UTC${commit}; ${facts.cpu}, ${facts.memoryGb} GB, load ${facts.load} at the ` +
      `start; Node ${facts.node}, ${servers.join(", ")}.`,
  ];
}

function firstLine(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  const line = stdout?.split("\n")[0]?.trim();
  return status === 0 && line !== "" ? line : undefined;
}
