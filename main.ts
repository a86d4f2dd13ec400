import { existsSync } from "node:fs";
import { leastDescriptors, readDescriptorLimit } from "./http/descriptors.js";

/** The process edge. It imports nothing else before it knows that all of it can be read. */
async function main(): Promise<void> {
  const limit = readDescriptorLimit();
  if (limit !== undefined && limit < leastDescriptors) {
    console.error(
      `Deskhand needs ${leastDescriptors} open files and connections at once, and may have ${limit}: ` +
        "raise the limit (ulimit -n, LimitNOFILE= of systemd, --ulimit nofile= of Docker).",
    );
    process.exitCode = 1;
    return;
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { serve } = await import("./serve.js");
  await serve(process.env);
}

await main();
