import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a start may take where nothing else is said. */
const usuallyReadyMs = 180_000;
const stopWithinMs = 15_000;
/** Of /proc/<pid>/stat on Linux: 100 ticks a second everywhere it matters. */
const msPerTick = 10;

/**
 * Starts a Node program as a process of its own and waits until its output matches `ready`.
 * `match` is what matched; `cpuMs` is what the process has used of the processors so far, all its threads together
 * (0 where the system does not tell); `memoryMb` its resident memory.
 */
export async function startChild({ args, env = {}, cwd, ready, withinMs = usuallyReadyMs }) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A bench that is broken off leaves no server behind.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const match = await untilReady(child, ready, withinMs).catch((error) => {
    child.kill("SIGKILL");
    throw error;
  });
  return {
    match,
    pid: child.pid,
    readyMs: performance.now() - startedAt,
    cpuMs: () => cpuMsOf(child.pid),
    memoryMb: () => memoryMbOf(child.pid),
    stop: () => stop(child),
  };
}

function untilReady(child, ready, withinMs) {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(
      () => reject(new Error(`Not ready within ${withinMs / 1000} s:\n${text}`)),
      withinMs,
    );
    const end = (settle) => {
      clearTimeout(timer);
      settle();
    };
    const hear = (chunk) => {
      text = (text + chunk).slice(-20_000);
      const found = ready.exec(text);
      if (found) end(() => resolve(found));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (error) => end(() => reject(error)));
    child.once("exit", (code) => end(() => reject(new Error(`It ended with ${code}:\n${text}`))));
  });
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

function cpuMsOf(pid) {
  const [, rest = ""] = readProc(`/proc/${pid}/stat`).split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick;
}

function memoryMbOf(pid) {
  const kb = /VmRSS:\s+(\d+)/.exec(readProc(`/proc/${pid}/status`))?.[1];
  return kb === undefined ? 0 : Number(kb) / 1024;
}

function readProc(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
