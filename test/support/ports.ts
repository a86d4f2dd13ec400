import { createServer } from "node:net";

/** Below those that the system gives to whoever connects or listens on any: nobody takes one by accident. */
const firstPort = 12_000;
/** Suites that run side by side choose from ports of their own. */
const portsEach = 1800;
const mostWorkers = 10;

const given = new Set<number>();

/** A port nobody listens on, and that no suite is given meanwhile, also while its server is down. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 0) % mostWorkers;
  for (;;) {
    const port = firstPort + worker * portsEach + Math.floor(Math.random() * portsEach);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
