import { readFileSync } from "node:fs";
import { ask, connectListener, eachOf } from "./clients.mjs";

const atOnce = 40;

const [address, file] = process.argv.slice(2);

/** Opens a socket for each line of a file, opens its talk where it names one, says so in one line, and keeps still. */
async function main() {
  const lines = JSON.parse(readFileSync(file, "utf8"));
  await eachOf(lines, atOnce, async ({ auth, conversationId }) => {
    const socket = await connectListener(address, auth);
    if (conversationId !== undefined) await ask(socket, "conversation:open", { conversationId });
    socket.once("disconnect", (reason) => console.error(`A socket was closed: ${reason}`));
  });
  console.log(`OPEN ${lines.length} .`);
}

await main();
