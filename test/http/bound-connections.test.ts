import { once } from "node:events";
import { createServer as createHttpServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { boundConnections, keptDescriptors } from "../../http/bound-connections.js";
import { readDescriptorLimit } from "../../http/descriptors.js";
import { until } from "../faults/until.js";

describe("connections and the descriptors there are for them", () => {
  const most = 3;
  let limit: number | undefined;
  let server: Server;
  let open: Set<Socket>;
  let said: object[];
  let peers: Socket[];

  beforeEach(async () => {
    limit = keptDescriptors + most;
    open = new Set();
    said = [];
    peers = [];
    server = createHttpServer((_request, response) => void response.end("served"));
    server.on("connection", (connection: Socket) => {
      open.add(connection);
      connection.once("close", () => open.delete(connection));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    boundConnections(server, {
      log: { warn: (fields) => void said.push(fields) },
      open,
      readLimit: () => limit,
    });
  });
  afterEach(async () => {
    for (const peer of peers) peer.destroy();
    server.close();
    await once(server, "close");
  });

  it("refuses whoever comes when it is full, serves who is there, and takes others when some go (F15)", async () => {
    const [first] = await come(most);
    const [refused] = await come(1);
    await until("the one too many is sent away", () => refused?.destroyed === true);

    expect(open.size).toBe(most);
    expect(await ask(first)).toContain("served");
    first?.destroy();
    await until("it is gone", () => open.size < most);
    const [next] = await come(1);
    expect(await ask(next)).toContain("served");
  });

  it("says that it refuses, not of each one that it does (F15)", async () => {
    await come(most);

    const refused = await come(20);
    await until("all are sent away", () => refused.every(({ destroyed }) => destroyed));

    expect(said).toEqual([{ open: most }]);
  });

  it("follows a limit that is changed while it runs (F15)", async () => {
    await come(most);

    limit = keptDescriptors + most + 1;
    await until("there is room", () => server.maxConnections === most + 1);

    const [next] = await come(1);
    expect(await ask(next)).toContain("served");
  });

  it("lets the newest connection go when none can be accepted, so that accepting does not try for ever (F15)", async () => {
    const [first, last] = await come(2);

    server.emit("error", Object.assign(new Error("accept EMFILE"), { code: "EMFILE" }));

    await until("the newest has gone", () => last?.destroyed === true);
    expect(await ask(first)).toContain("served");
  });

  async function come(count: number): Promise<Socket[]> {
    const came = Array.from({ length: count }, () =>
      connect((server.address() as { port: number }).port, "127.0.0.1").on("error", () => undefined),
    );
    peers.push(...came);
    for (const peer of came) {
      peer.resume();
      if (!peer.destroyed && peer.connecting)
        await Promise.race([once(peer, "connect"), once(peer, "close")]);
    }
    await until("they are counted", () => open.size >= Math.min(peers.filter(isAlive).length, most));
    return came;
  }
});

describe("the limit of descriptors", () => {
  it("is read from the system, where it tells", () => {
    const limit = readDescriptorLimit();

    expect(limit === undefined || (Number.isInteger(limit) && limit > 0)).toBe(true);
    if (process.platform === "linux") expect(limit).toBeGreaterThan(0);
  });
});

function isAlive(peer: Socket): boolean {
  return !peer.destroyed;
}

async function ask(peer: Socket | undefined): Promise<string> {
  if (peer === undefined) throw new Error("Nobody asks.");
  peer.write("GET / HTTP/1.1\r\nHost: desk\r\n\r\n");
  const [bytes] = await once(peer, "data");
  return String(bytes);
}
