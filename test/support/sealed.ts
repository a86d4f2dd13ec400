import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";

const script = resolve(__dirname, "sealed.sh");

/** Runs a Node program as user 1000 on a file system of which only this folder can be written; see `sealed.sh`. */
export function spawnSealed(
  writable: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): ChildProcessWithoutNullStreams {
  return spawn("unshare", ["--mount", "bash", script, writable, process.execPath, ...args], options);
}
