import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, root } from "./build.mjs";

ensureBuilt();
await import(pathToFileURL(join(root, "dist", "server", "main.js")).href);
