import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { endRestore } from "./app/end-restore.js";
import { createApp } from "./app.js";
import { createLogger, createTrail, loadConfig, secretTexts } from "./config/index.js";

const stopWithinMs = 10_000;

/** Serves the desk until a signal ends it: signals, words for people, exit code. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const loaded = loadConfig(environment);
  if (!loaded.ok) {
    console.error("Deskhand cannot start with these settings:");
    for (const problem of loaded.problems) console.error(`  - ${problem}`);
    process.exitCode = 1;
    return;
  }
  const { config } = loaded;
  const trail = createTrail();
  const log = createLogger({
    trail,
    level: config.log.level,
    secrets: secretTexts(config),
    nodeName: config.server.nodeName,
  });
  // The built server lies two folders below the project.
  const rootFolder = resolve(fileURLToPath(import.meta.url), "..", "..", "..");
  const trainingWorker = new URL("./nlp/training-worker.js", import.meta.url);
  await endRestore(config, log);
  const app = createApp({ config, log, trail, rootFolder, trainingWorker });

  let isStopping = false;
  const stop = (signal: string) => {
    // Who presses Ctrl-C does not want to wait; who is told twice has waited enough.
    const drainMs = signal === "SIGTERM" && !isStopping ? config.server.drainMs : 0;
    isStopping = true;
    log.info({ signal, drainMs }, "Stopping.");
    setTimeout(() => {
      log.error("Stopping takes too long; ending at once.");
      process.kill(process.pid, "SIGKILL");
    }, stopWithinMs + drainMs).unref();
    app.stop({ drainMs }).catch((error: unknown) => log.error({ err: error }, "Stopping failed."));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  // Warnings of Node and of packages stand in the log like everything else, not between the lines for people.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.debug({ err: warning }, "Node warns."));
  // Words for people that cannot be written, on a full disk or into a closed pipe, end nothing (reliability F14).
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.on("unhandledRejection", (error) => log.error({ err: error }, "A promise was left alone."));

  try {
    const port = await app.start();
    const address = config.server.publicUrl ?? `http://${config.server.host}:${port}`;
    log.info({ address }, "Serving.");
    console.log(`\nDeskhand is at ${address}\n`);
    if (config.desk.isDemo) {
      console.log(`  requesters  ana, rui              ${address}/`);
      console.log(`  agents      bruno, carla, diego   ${address}/agent`);
      console.log(`  admin       admin                 ${address}/admin`);
      console.log("  password    demo\n");
    }
    console.log("Ctrl-C stops it.");
  } catch (error) {
    const { host, port } = config.server;
    if (isInUse(error))
      console.error(`${host}:${port} is in use by another program. Set PORT to a free one.`);
    else if (!isStopping) log.error({ err: error }, "Starting failed.");
    // Told to stop while it waits for its database is no failure.
    if (!isStopping) process.exitCode = 1;
    await app.stop();
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
