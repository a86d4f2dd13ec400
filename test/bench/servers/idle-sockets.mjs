import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild } from "./child.mjs";

const program = fileURLToPath(new URL("../load/idle-sockets.mjs", import.meta.url));
const processes = 2;
/** What a server needs beside its sockets: its files, its database, those who send. */
const otherDescriptors = 1000;
const withinMs = 240_000;

/** Throws, in words, where this machine lets one process, or one address, have too few sockets for it. */
export function requireSockets(count) {
  const limit = /Max open files\s+(\d+)/.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
  if (Number(limit) < count + otherDescriptors) {
    throw new Error(
      `A process here may have ${limit} files open, and ${count} sockets need ${count + otherDescriptors}: ` +
        `\`ulimit -n ${count + otherDescriptors}\` first, as root where the hard limit is lower.`,
    );
  }
  const ports = readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8")
    .trim()
    .split(/\s+/)
    .map(Number);
  if (ports[1] - ports[0] < count + otherDescriptors) {
    throw new Error(
      `This machine gives ${ports[1] - ports[0]} ports to those who call, and ${count} sockets need ` +
        `${count + otherDescriptors}: \`sysctl net.ipv4.ip_local_port_range="10000 65000"\` first.`,
    );
  }
}

/** Sockets that only stay open, in two processes of their own, one for each of the lines. */
export async function openIdle(address, lines) {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-bench-idle-"));
  const share = Math.ceil(lines.length / processes);
  const children = await Promise.all(
    Array.from({ length: processes }, (_, at) => {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, JSON.stringify(lines.slice(at * share, (at + 1) * share)));
      return startChild({ args: [program, address, file], ready: /OPEN \d+ \./, withinMs });
    }),
  );
  rmSync(folder, { recursive: true, force: true });
  return { close: () => Promise.all(children.map((child) => child.stop())) };
}
