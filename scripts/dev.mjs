import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, root } from "./build.mjs";

/** Server and pages, rebuilt as files change: tsc and vite watch, node restarts what it runs. */
ensureBuilt();
const node = process.execPath;
const tool = (path) => join(root, "node_modules", path);
const commands = [
  [tool("typescript/bin/tsc"), "-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"],
  ["--watch", "--watch-path=dist/server", join("dist", "server", "main.js")],
  watchedBuild("web/vite.widget.config.ts"),
  watchedBuild("web/vite.widget-preview.config.ts"),
  [tool("vite/bin/vite.js"), "--config", "web/vite.config.ts"],
];

function watchedBuild(config) {
  return [tool("vite/bin/vite.js"), "build", "--config", config, "--watch", "--logLevel", "warn"];
}

const children = commands.map((args) => spawn(node, args, { cwd: root, stdio: "inherit" }));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
