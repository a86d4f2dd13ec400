import { once } from "node:events";
import { createServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { io } from "socket.io-client";
import { forgetHandshake } from "../../sockets/forget-handshake.js";

const ways = [{ transports: ["websocket"] }, { transports: ["polling", "websocket"] }];

describe("a socket that has been welcomed (issue 7)", () => {
  it.each(ways)("keeps no request, header or token, and goes on by $transports", async ({ transports }) => {
    const http = createServer();
    const server = new Server(http);
    const welcomed: Socket[] = [];
    server.on("connection", (socket) => {
      forgetHandshake(socket);
      welcomed.push(socket);
      socket.on("echo", (said: string, answer: (said: string) => void) => answer(said));
    });
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    const address = http.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const client = io(`http://127.0.0.1:${port}`, {
      transports,
      auth: { token: "a secret" },
      extraHeaders: { cookie: "session=a secret" },
      forceNew: true,
    });
    await once(client as unknown as NodeJS.EventEmitter, "connect");
    expect(await client.emitWithAck("echo", "one")).toBe("one");
    const [first] = welcomed;

    expect(first?.request).toBeNull();
    expect(first?.handshake).toMatchObject({ headers: {}, auth: {} });

    // An upgrade and the end of the connection need nothing of it.
    while (client.io.engine.transport.name !== transports.at(-1)) await new Promise(setImmediate);
    expect(await client.emitWithAck("echo", "two")).toBe("two");
    client.disconnect();
    client.connect();
    await once(client as unknown as NodeJS.EventEmitter, "connect");
    expect(await client.emitWithAck("echo", "three")).toBe("three");
    expect(welcomed.length).toBe(2);

    client.close();
    await server.close();
  });
});
