import { ensureBuilt } from "./build.mjs";

ensureBuilt();
const { runBench } = await import("../test/bench/run.mjs");
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  await runBench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
