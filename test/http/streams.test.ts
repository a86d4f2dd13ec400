import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { AppError } from "../../contract/index.js";
import { type StreamLine, serveStreams } from "../../http/streams.js";
import { until } from "../faults/until.js";

const chunk = "x".repeat(256 * 1024);

describe("lines to clients", () => {
  let server: Server;
  let closeAll: () => void;
  let base: string;
  let lines: StreamLine[];
  const faults: object[] = [];
  const sockets: WebSocket[] = [];

  beforeEach(async () => {
    lines = [];
    server = createServer();
    closeAll = serveStreams(server, {
      streams: [
        {
          path: /^\/talks\/(?<id>\w+)$/,
          open: async ({ params, query }) => {
            if (query.t === "no") throw new AppError("access/denied", "Your account may not do this.");
            if (query.t === "fault") throw new Error("broken");
            return (line) => void lines.push(Object.assign(line, { id: params.id }));
          },
        },
      ],
      log: { error: (fields) => void faults.push(fields) },
      addressOf: () => "127.0.0.1",
      admits: async (_, path) => path !== "/talks/many",
      isPassing: () => false,
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    base = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    closeAll();
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });

  async function open(path: string): Promise<WebSocket> {
    const socket = new WebSocket(`ws://${base}${path}`);
    sockets.push(socket);
    await once(socket, "open");
    await until("the line is open", () => lines.length > 0);
    return socket;
  }
  async function statusOf(path: string): Promise<number> {
    const socket = new WebSocket(`ws://${base}${path}`);
    socket.on("error", () => undefined);
    const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode: number }];
    socket.terminate();
    return response.statusCode;
  }

  it("open on their paths alone, when nothing speaks against it, and tell a fault by a number", async () => {
    const statuses = await Promise.all(
      ["/", "/talks/1/more", "/talks/1?t=no", "/talks/many", "/talks/1?t=fault"].map(statusOf),
    );

    expect(statuses).toEqual([404, 404, 403, 429, 500]);
    expect(faults).toHaveLength(1);
    await open("/talks/1");
    expect(lines).toMatchObject([{ id: "1" }]);
  });

  it("survive callers that go away in the middle of asking", async () => {
    const ask = `GET /talks/1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
    for (let count = 0; count < 20; count++) {
      const socket = connect({ port: Number(base.split(":")[1]), host: "127.0.0.1" });
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(`${ask}\r\n`, () => socket.resetAndDestroy());
      await once(socket, "close");
    }

    await open("/talks/2");
    expect(lines.at(-1)).toMatchObject({ id: "2" });
  });

  it("keep no more than one text for a client that does not read, and go on when it does (S26)", async () => {
    const socket = await open("/talks/1");
    let received = 0;
    socket.on("message", () => {
      received++;
    });
    socket.pause();
    let sent = 0;
    const total = 400;
    const pump = (async () => {
      while (sent < total) {
        await lines[0]?.send(chunk);
        sent++;
      }
    })();
    let [seen, looks] = [-1, 0];
    await until("the network takes no more", () => {
      looks = sent === seen ? looks + 1 : 0;
      seen = sent;
      return looks > 20;
    });
    expect(sent).toBeLessThan(total);

    socket.resume();
    await pump;
    await until("everything has come", () => received === total);
  });

  it("are cut when a client talks too much on them", async () => {
    const socket = await open("/talks/1");

    for (let count = 0; count < 100; count++) socket.send("");
    const [code] = (await once(socket, "close")) as [number];

    expect(code).toBe(1008);
  });

  it("all end together, with the word for it", async () => {
    const both = await Promise.all([open("/talks/1"), open("/talks/2")]);
    const codes = Promise.all(both.map(async (socket) => ((await once(socket, "close")) as [number])[0]));

    closeAll();

    expect(await codes).toEqual([1001, 1001]);
  });
});
