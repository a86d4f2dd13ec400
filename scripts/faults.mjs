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
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  const { main } = await import(pathToFileURL(join(outDir, "main.mjs")));
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
