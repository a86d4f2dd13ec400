import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { DeskClient } from "../support/desk-client.js";
import { frame, openRawSocket, type RawSocket, sendRaw, shortFrame } from "../support/raw-socket.js";
import { startStopwatch } from "../support/slowness.js";

/** What a desk may grow by while it is thrown at: its own garbage, no packet kept for ever. */
const growthMbMost = 120;

const open = '"message:send"';
/** Packets of Socket.IO that have brought servers down, and their neighbours. */
const packets: readonly (string | readonly (string | Buffer)[])[] = [
  ...['42["message:send"', "42", "42[]", "42{}", "42null", '42"text"', "42[null]", "42[[]]", "42[{}]"],
  ...['42[{"toString":"foo"}]', '42[{"toString":1,"valueOf":2}]', '42[["constructor"]]', "42[1e309]"],
  ...['42["error"]', '42["connect"]', '42["connect_error"]', '42["disconnect"]', '42["disconnecting"]'],
  ...['42["newListener"]', '42["removeListener"]', '42["__proto__"]', '42["constructor",{}]'],
  ...['42["toString",{}]', '42["hasOwnProperty",1]', `421[${open}]`, `42999999999999999999[${open},{}]`],
  ...[`421[${open},{"__proto__":{"admin":true}}]`, `42[${open},${"[".repeat(4000)}${"]".repeat(4000)}]`],
  ...[`42[${open}${",1".repeat(30_000)}]`, `42/admin,[${open}]`, `42/__proto__,[${open}]`],
  ...[
    "40",
    "40/x,",
    "40/admin,{}",
    "40/constructor,",
    '40{"token":{"a":1}}',
    "40[]",
    "40null",
    "41",
    "41/x,",
  ],
  ...[
    "43",
    "43[]",
    "431[]",
    "43999999[1]",
    "43-1[]",
    "430{}",
    "44",
    '44{"message":1}',
    "45",
    "45-",
    "46",
    "49",
  ],
  ...[
    "4",
    "",
    "0{}",
    "1",
    "2probe",
    "3probe",
    "5",
    "6",
    "7",
    "9",
    "b",
    "bAAAA",
    "b!!!",
    "\u0000",
    "\ufeff42[]",
  ],
  // Attachments that never come, come twice, are none, or are named by what an array can do.
  ...[`451-[${open},{"_placeholder":true,"num":0}]`, "451-", "45-1-[]", "45x-[]", "451.5-[]", "45-[]"],
  [`451-[${open},{"_placeholder":true,"num":99}]`, Buffer.from("x")],
  [`451-[${open},{"_placeholder":true,"num":-1}]`, Buffer.from("x")],
  [`451-[${open},{"_placeholder":true,"num":"splice"}]`, Buffer.from("x")],
  [`451-[${open},{"_placeholder":true,"num":"__proto__"}]`, Buffer.from("x")],
  [`451-[{"_placeholder":true,"num":0}]`, Buffer.from("x")],
  [`452-[${open},{"_placeholder":true,"num":0}]`, Buffer.from("x"), "42[]"],
  [`461-1[{"_placeholder":true,"num":0}]`, Buffer.from("x")],
  [`4599999999-[${open},{"_placeholder":true,"num":0}]`, Buffer.from("x")],
  [Buffer.from("x")],
  [Buffer.alloc(0)],
];

describe("packets that crash or exhaust (S24)", () => {
  const folder = newDataDir();
  let desk: DeskProcess;
  let token: string;
  let witness: DeskClient;
  let before: number;
  const lines: RawSocket[] = [];

  beforeAll(async () => {
    desk = await spawnDesk(folder.path);
    witness = await DeskClient.connect(desk.url, "ana");
    ({ token } = await DeskClient.connect(desk.url, "bruno"));
    before = await memoryMb();
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    const { conversation } = await witness.get("conversation:open", {});
    const watch = startStopwatch();
    await witness.get("conversation:sync", { conversationId: conversation.id, afterSeq: 0 });
    expect(watch.ms()).toBeLessThan(1000);
    // The very process it was: nothing has started it anew.
    expect(witness.socket.connected).toBe(true);
  });
  afterAll(async () => {
    witness.close();
    await desk.stop();
    folder.remove();
  });

  /** What the desk's process holds of the machine's memory. */
  async function memoryMb(): Promise<number> {
    const text = await (await fetch(`${desk.url}/metrics`)).text();
    const [, bytes] = /^deskhand_process_resident_memory_bytes (\S+)/m.exec(text) ?? [];
    return Number(bytes) / 1024 / 1024;
  }

  async function line(withToken: string | undefined = token): Promise<RawSocket> {
    const opened = await openRawSocket(desk.url, withToken);
    lines.push(opened);
    return opened;
  }

  it("says how much memory it holds, or this suite would measure nothing", () => {
    expect(before).toBeGreaterThan(20);
  });

  it.each([
    ["before the log-in", false],
    ["after it", true],
  ])("lives through every broken packet, %s", async (_when, isKnown) => {
    for (const packet of packets) {
      const raw = isKnown ? await line() : await openRawSocket(desk.url);
      for (const part of [packet].flat()) raw.send(part);
      // Answered, ignored or hung up: what matters is that the next one is served.
      raw.send('42999["conversation:sync",{}]');
      raw.close();
    }

    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  });

  it("keeps no memory for attachments that are announced and never complete", async () => {
    const piece = Buffer.alloc(90_000, 1);
    for (let at = 0; at < 10; at += 1) {
      const raw = await line();
      raw.send(`45${1000 + at}-[${open},{"_placeholder":true,"num":0}]`);
      for (let sent = 0; sent < 200; sent += 1) raw.send(piece);
      await Promise.race([raw.ended, settled(raw)]);
      raw.close();
    }

    expect((await memoryMb()) - before).toBeLessThan(growthMbMost);
  });

  it("keeps no memory for a message in a hundred thousand crumbs", async () => {
    const crumbs = Buffer.concat([
      shortFrame(0x01, Buffer.from("4")),
      ...Array.from({ length: 100_000 }, () => shortFrame(0x00, Buffer.from("x"))),
    ]);
    for (let at = 0; at < 3; at += 1) {
      const raw = await line();
      await raw.sendBytes(crumbs);
      await Promise.race([raw.ended, settled(raw)]);
      raw.close();
    }

    expect((await memoryMb()) - before).toBeLessThan(growthMbMost);
  });

  it.each([
    ["a frame that claims to be endless", frame(0x81, Buffer.from("x"), 2n ** 62n)],
    ["a frame of 1 GB", frame(0x82, Buffer.alloc(1000), 1024n ** 3n)],
    ["a frame larger than a message may be", frame(0x81, Buffer.alloc(200_000, 0x20))],
    ["reserved bits", shortFrame(0xf1, Buffer.from("42[]"))],
    ["an operation that does not exist", shortFrame(0x8b, Buffer.from("x"))],
    ["a continuation of nothing", shortFrame(0x80, Buffer.from("x"))],
    ["a ping in pieces", shortFrame(0x09, Buffer.from("x"))],
    ["text that is no UTF-8", shortFrame(0x81, Buffer.from([0x34, 0x32, 0xc3, 0x28, 0xff]))],
    ["a frame that is not masked", Buffer.from([0x81, 0x02, 0x34, 0x32])],
    ["an end with a reason that is none", shortFrame(0x88, Buffer.from([0x00, 0x01]))],
  ])("hangs up on %s", async (_what, bytes) => {
    const raw = await line();

    await raw.sendBytes(bytes);

    await raw.ended;
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "%00", "x".repeat(3000), "a&sid=b"])(
    "knows no session called %s, whichever way it comes",
    async (sid) => {
      const path = `/socket.io/?EIO=4&transport=polling&sid=${sid}`;
      const read = await fetch(desk.url + path);
      const written = await fetch(desk.url + path, { method: "POST", body: "42[]" });
      const upgraded = await sendRaw(desk.url, upgrade(path.replace("polling", "websocket")));

      expect([read.status, written.status]).toEqual([400, 400]);
      expect(upgraded).not.toContain(" 101 ");
    },
  );

  it.each(["__proto__", "constructor", "toString", "", "flashsocket"])(
    "has no transport called %j",
    async (transport) => {
      const path = `/socket.io/?EIO=4&transport=${transport}`;

      expect((await fetch(desk.url + path)).status).toBe(400);
      expect(await sendRaw(desk.url, upgrade(path))).not.toContain(" 101 ");
    },
  );

  it("takes no upgrade with thousands of headers, or with what is no key", async () => {
    const path = "/socket.io/?EIO=4&transport=websocket";
    const many = Array.from({ length: 3000 }, (_, at) => `X-H${at}: ${at}`).join("\r\n");
    const answers = [
      await sendRaw(desk.url, upgrade(path, many)),
      await sendRaw(desk.url, upgrade(path, "Sec-WebSocket-Version: 99")),
      await sendRaw(desk.url, upgrade(path).replace("dGhlIHNhbXBsZSBub25jZQ==", "short")),
      await sendRaw(desk.url, upgrade(path).replace("EIO=4", "EIO=99")),
    ];

    const [tooMany = "", oldVersion = "", noKey = "", otherProtocol = ""] = answers;
    expect([tooMany, noKey].filter((answer) => answer.includes(" 101 "))).toEqual([]);
    expect(oldVersion).not.toContain(" 101 ");
    // Engine.IO takes the line to say so on it, and hangs up.
    expect(otherProtocol).toContain("Unsupported protocol version");
  });

  it("posts to a session of its own what Engine.IO never sends, and is refused or not heard", async () => {
    const path = "/socket.io/?EIO=4&transport=polling";
    const opened = (await (await fetch(desk.url + path)).text()).slice(1);
    const { sid } = JSON.parse(opened) as { sid: string };
    const bodies = ["x", "\u001e".repeat(5000), "b!!!!", `4${"\u001e4".repeat(20_000)}`, "y".repeat(200_000)];
    const statuses: number[] = [];
    for (const body of bodies) {
      const response = await fetch(`${desk.url}${path}&sid=${sid}`, { method: "POST", body });
      statuses.push(response.status);
      await response.body?.cancel();
    }

    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.at(-1)).toBeGreaterThanOrEqual(400);
  });

  it("serves the libraries in versions that are not known to be broken", () => {
    const least = {
      "socket.io": [4, 8, 0],
      "socket.io-parser": [4, 2, 6],
      "engine.io": [6, 6, 4],
      ws: [8, 17, 1],
    };
    const older = Object.entries(least).filter(([name, version]) => {
      const file = `node_modules/${name}/package.json`;
      const found = (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version
        .split(".")
        .map(Number);
      const at = version.findIndex((part, index) => part !== found[index]);
      return at >= 0 && (found[at] ?? 0) < (version[at] ?? 0);
    });

    expect(older).toEqual([]);
  });
});

/** Until the desk has answered something that was sent after everything else; a line that was cut is settled too. */
async function settled(raw: RawSocket): Promise<void> {
  await new Promise<void>((resolve) => {
    raw.socket.once("pong", () => resolve());
    raw.socket.once("close", () => resolve());
    if (raw.socket.readyState === raw.socket.OPEN) raw.socket.ping(randomUUID().slice(0, 8));
    else resolve();
  });
}

function upgrade(path: string, more = "X-More: none"): string {
  return [
    `GET ${path} HTTP/1.1`,
    "Host: desk",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    more,
    "",
    "",
  ].join("\r\n");
}
