import { DeskClient, logIn, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";

const mebibyte = 2 ** 20;
/** What design promises of one embedded desk with its demo and the models of three languages. */
const mostBytes = 300 * mebibyte;
const mostGrowthBytes = 60 * mebibyte;

/** What people met whose desk took ever more memory until the machine had none left. */
describe("the memory of a desk", () => {
  const data = newDataDir();
  let desk: DeskProcess;
  let token: string;
  beforeAll(async () => {
    buildDesk();
    // Nothing is put off: what is not let go of ends the process.
    desk = await spawnDesk(data.path, { NODE_OPTIONS: "--max-old-space-size=192" });
    token = await logIn(desk.url, "ana");
  }, 180_000);
  afterAll(async () => {
    await desk.stop();
    data.remove();
  });

  /** Somebody comes, asks, reads, is gone. */
  async function visit(words: string): Promise<void> {
    const client = await DeskClient.connectWith(desk.url, token);
    const talk = await Talk.begin(client);
    await talk.say(words);
    await client.rest("GET", "/api/v1/articles?q=mailbox");
    await client.get("conversation:close", { conversationId: talk.id });
    client.close();
  }
  async function visits(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1)
      await visit(at % 2 === 0 ? `my mailbox is full ${at}` : `flux ${at} hums`);
  }
  async function readBytes(): Promise<number> {
    const text = await (await fetch(`${desk.url}/metrics`)).text();
    return Number(/^deskhand_process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  }

  it("chatwoot#13280, chatwoot#10494, chatwoot#2844, Rocket.Chat#13461, Rocket.Chat#13602, Rocket.Chat#16586, Rocket.Chat#15624, Rocket.Chat#32093, Rocket.Chat#6552, zammad#5188: is after hundreds of visits what it was after the first ones, and small", async () => {
    await visits(150);
    const early = await readBytes();

    await visits(450);
    const late = await readBytes();

    expect(late).toBeLessThan(mostBytes);
    expect(late - early).toBeLessThan(mostGrowthBytes);
  }, 180_000);
});
