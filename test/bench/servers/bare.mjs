import { fileURLToPath } from "node:url";
import { startChild } from "./child.mjs";

/** One of the bare servers beside this file, in a process of its own. */
export async function startBare(name, { args = [], env = {} } = {}) {
  const path = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const child = await startChild({ args: [...args, path], env, ready: /listening (\S+) \./ });
  return { ...child, address: child.match[1] };
}
