import { spawn } from "node:child_process";
import { freePort } from "./free-port.mjs";

/** A Redis of the bench's own that keeps nothing. */
export async function startRedis() {
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve, reject) => {
    child.once("error", () => reject(new Error("redis-server is not here.")));
    child.once("exit", () => reject(new Error("redis-server ended before it was ready.")));
    child.stdout.on("data", (text) => {
      if (text.includes("Ready to accept connections")) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGKILL");
      }),
  };
}
