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
  [
    tool("vite/bin/vite.js"),
    "build",
    "--config",
    "web/vite.widget.config.ts",
    "--watch",
    "--logLevel",
    "warn",
  ],
  [tool("vite/bin/vite.js"), "--config", "web/vite.config.ts"],
];
const children = commands.map((args) => spawn(node, args, { cwd: root, stdio: "inherit" }));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
