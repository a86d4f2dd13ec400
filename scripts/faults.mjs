import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { ensureBuilt, root } from "./build.mjs";

/** Puts the scenarios, which are TypeScript like the rest, into one file that Node runs; then plays them. */
process.chdir(root);
ensureBuilt();
const outDir = join(root, "test-output", "faults");
await build({
  root,
  configFile: false,
  logLevel: "warn",
  build: {
    ssr: join(root, "test", "faults", "main.ts"),
    outDir,
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "main.mjs" } },
  },
});
const { main, endDescendants } = await import(pathToFileURL(join(outDir, "main.mjs")));
// Whatever ends this process ends the servers it has started.
process.once("exit", endDescendants);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => (stopping.signal.aborted ? process.exit(130) : stopping.abort()));
}
try {
  await main(process.argv.slice(2), stopping.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// A scenario that was left in the middle may wait for what never comes.
if (stopping.signal.aborted) process.exit(130);
