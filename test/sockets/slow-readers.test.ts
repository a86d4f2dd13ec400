import { randomUUID } from "node:crypto";
import { isTooSlow, watchWhileTelling } from "../../sockets/slow-readers.js";
import { type RunningDesk, startDesk } from "../support/desk.js";

describe("a client that does not read", () => {
  it.each([
    [{}, false],
    [{ writeBuffer: [{ data: "x".repeat(1000) }], transport: { socket: { bufferedAmount: 0 } } }, false],
    [{ writeBuffer: Array.from({ length: 300 }, () => ({ data: "x".repeat(8000) })) }, true],
    [{ writeBuffer: [], transport: { socket: { bufferedAmount: 2_000_000 } } }, true],
    [{ writeBuffer: "odd", transport: 7 }, false],
  ])("is told by what waits for it (case %#)", (connection, slow) => {
    expect(isTooSlow(connection)).toBe(slow);
  });

  it("is noticed in the middle of a flood, before a second has passed (F17)", async () => {
    const writeBuffer: { data: string }[] = [];
    let tell: () => void = () => undefined;
    let disconnects = 0;
    const reader = {
      conn: {
        writeBuffer,
        on: (_name: "packetCreate", hear: () => void) => {
          tell = hear;
        },
      },
      data: { principal: { accountId: "a" } },
      disconnect: () => {
        disconnects += 1;
      },
    };
    watchWhileTelling(reader, { warn: () => undefined });

    while (disconnects === 0 && writeBuffer.length < 1000) {
      writeBuffer.push({ data: "x".repeat(8000) });
      tell();
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (let more = 0; more < 64; more += 1) {
      writeBuffer.push({ data: "x".repeat(8000) });
      tell();
    }
    await new Promise((resolve) => setImmediate(resolve));

    expect(disconnects).toBe(1);
    expect((writeBuffer.length - 64) * 8000).toBeLessThan(1.2 * 1024 * 1024);
  });

  describe("in a desk", () => {
    let desk: RunningDesk;
    beforeAll(async () => {
      desk = await startDesk();
    });
    afterAll(() => desk.stop());

    it("loses its socket instead of filling the server's memory, and the others go on (F17)", async () => {
      const [writer, sleeper] = [await desk.connect("rui"), await desk.connect("rui")];
      // In the queue nobody answers: what is measured is the delivery alone.
      await writer.rest("POST", "/api/v1/tickets", { description: "Many words", direct: true });
      const { conversation } = await writer.get("conversation:open", {});
      await sleeper.get("conversation:open", { conversationId: conversation.id });
      const ended = new Promise<void>((resolve) => sleeper.socket.once("disconnect", () => resolve()));
      const wire = Reflect.get(sleeper.socket.io.engine.transport, "ws")._socket;
      wire.pause();

      const send = () =>
        writer.ask("message:send", {
          conversationId: conversation.id,
          clientMessageId: randomUUID(),
          text: "x".repeat(7990),
        });
      const sent: { ok: boolean }[] = [];
      while (sent.length < 2000) sent.push(...(await Promise.all(Array.from({ length: 50 }, send))));
      const dropped = () => desk.log.some((line) => line.includes("does not read"));
      while (!dropped()) await new Promise((resolve) => setImmediate(resolve));
      wire.resume();
      await ended;

      expect(sent.filter((ack) => !ack.ok)).toEqual([]);
    });
  });
});
