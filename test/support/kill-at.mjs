import fs from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";

/**
 * Read before a program with `--import`: kills it, as a power cut would, at the change of a file or the start of another
 * program that `KILL_AT` counts to. Without one it only counts, and says at the end how many there were.
 */
const childProcess = createRequire(import.meta.url)("node:child_process");
const killAt = Number(process.env.KILL_AT);
const changes = ["copyFileSync", "renameSync", "rmSync", "mkdirSync", "writeFileSync"];
let done = 0;

function step() {
  done += 1;
  if (done === killAt) process.kill(process.pid, "SIGKILL");
}

for (const name of changes) {
  const real = fs[name];
  fs[name] = (...args) => {
    step();
    return real(...args);
  };
}
const { spawn } = childProcess;
childProcess.spawn = (...args) => {
  step();
  const child = spawn(...args);
  // Between here and the next change of a file it does all that it is there for.
  step();
  return child;
};
syncBuiltinESMExports();
process.on("exit", () => console.log(`STEPS ${done}`));
