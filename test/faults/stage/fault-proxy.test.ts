import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { setImmediate as breathe } from "node:timers/promises";
import { openFaultProxy } from "./fault-proxy.js";

describe("a line that is made bad", () => {
  it("keeps the order of bytes also where it becomes better while some are on their way", async () => {
    const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const proxy = await openFaultProxy((server.address() as AddressInfo).port);
    const socket = connect({ port: proxy.port, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    const heard: number[] = [];
    const count = 400;
    const all = new Promise<void>((resolve) => {
      socket.on("data", (bytes: Buffer) => {
        for (let at = 0; at + 4 <= bytes.length; at += 4) heard.push(bytes.readUInt32BE(at));
        if (heard.length >= count) resolve();
      });
    });

    for (let at = 0; at < count; at += 1) {
      proxy.set({ delayMs: at % 7 === 0 ? 0 : 3, jitterMs: at % 3 });
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(at);
      socket.write(bytes);
      await breathe();
    }
    proxy.heal();
    await all;

    expect(heard).toEqual(Array.from({ length: count }, (_, at) => at));
    socket.destroy();
    await proxy.close();
    server.close();
  });
});
