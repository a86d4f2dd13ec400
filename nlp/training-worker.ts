import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { localeSchema } from "../contract/index.js";
import { createTrainer } from "./train.js";

const wishSchema = z.object({
  examples: z.array(z.object({ intent: z.string(), language: localeSchema, text: z.string() })),
  seed: z.int(),
});

/** The entry of the training thread: trains what it was started with, sends the bytes, and ends. */
const bytes = await createTrainer()(wishSchema.parse(workerData));
// A copy of its own buffer, so that it can be handed over without being copied again.
const own = new Uint8Array(bytes);
parentPort?.postMessage(own, [own.buffer]);
