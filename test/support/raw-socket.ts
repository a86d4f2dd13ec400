import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";

/** A WebSocket to the desk's sockets that speaks no protocol by itself. */
export interface RawSocket {
  readonly socket: WebSocket;
  /** A text or binary frame, as it stands. */
  send(frame: string | Buffer): void;
  /** Bytes below the protocol of WebSockets: frames that no library makes. */
  sendBytes(bytes: Buffer): Promise<void>;
  /** Resolves when the other side has hung up. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the line and, with a token, logs in over it. */
export async function openRawSocket(url: string, token?: string): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined);
  socket.on("message", (data) => {
    if (String(data) === "2") socket.send("3");
  });
  await heard(socket, /^0\{/);
  if (token !== undefined) {
    const welcomed = heard(socket, /^40\{/);
    socket.send(`40${JSON.stringify({ token })}`);
    await welcomed;
  }
  return {
    socket,
    ended,
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    sendBytes: (bytes) =>
      new Promise((resolve) => {
        const line = Reflect.get(socket, "_socket") as Socket | null;
        if (line === null || line.destroyed) resolve();
        else line.write(bytes, () => resolve());
      }),
    close: () => socket.terminate(),
  };
}

function heard(socket: WebSocket, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const listen = (data: unknown) => {
      if (!pattern.test(String(data))) return;
      socket.off("message", listen);
      resolve(String(data));
    };
    socket.on("message", listen);
    socket.once("close", () => reject(new Error("The line was closed.")));
  });
}

/** Sends bytes as they are and answers with what came back until the other side had nothing more to say. */
export function sendRaw(url: string, text: string | Buffer, withinMs = 1500): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const line = connect({ host: hostname, port: Number(port) });
    let answer = "";
    line.on("data", (data) => {
      answer += data.toString("latin1");
      // What it says is said; an open line would wait for more.
      if (answer.includes("\r\n\r\n")) line.end();
    });
    line.once("close", () => resolve(answer));
    line.once("error", () => resolve(answer));
    line.setTimeout(withinMs, () => line.destroy());
    line.write(text);
  });
}

/** One frame of a client, masked with zeros: first byte, the length that is claimed, and what follows. */
export function frame(first: number, payload: Buffer, claimed: bigint = BigInt(payload.length)): Buffer {
  const head = Buffer.alloc(14);
  head[0] = first;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(claimed, 2);
  return Buffer.concat([head, payload]);
}

/** The same in the short form, for payloads below 126 bytes. */
export function shortFrame(first: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
