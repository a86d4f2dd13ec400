import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What becomes of a wish for a WebSocket on its way: refused with a status, or its headers are taken off. */
export type Manner = 302 | 400 | 502 | "strips";

export interface Proxy {
  readonly url: string;
  /** How many WebSockets were asked for. */
  upgrades(): number;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** A reverse proxy that was set up without WebSocket, as people meet it: everything else goes through. */
export async function openProxy(port: number, manner: Manner): Promise<Proxy> {
  let upgrades = 0;
  const server = createServer((asked, answer) => forward(asked, answer, port));
  server.on("upgrade", (asked: IncomingMessage, socket: Socket) => {
    upgrades += 1;
    socket.on("error", () => undefined);
    if (manner === "strips") return void passPlainly(asked, socket, port);
    const more = manner === 302 ? "Location: /login\r\n" : "";
    socket.end(`HTTP/1.1 ${manner} No\r\n${more}Content-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    upgrades: () => upgrades,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}

function forward(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, headers } = asked;
  const further = request({ port, host: "127.0.0.1", method, path, headers }, (given) => {
    answer.statusCode = given.statusCode ?? 502;
    for (const [name, value] of Object.entries(given.headers))
      if (value && name !== "connection") answer.setHeader(name, value);
    given.pipe(answer);
  });
  further.on("error", () => answer.destroy());
  // A kept connection would keep the proxy from closing.
  answer.setHeader("connection", "close");
  asked.pipe(further);
}

/** The wish goes on as a plain request: `Connection: close` and no `Upgrade`. */
function passPlainly({ url: path, headers }: IncomingMessage, socket: Socket, port: number): void {
  const { upgrade: _, ...rest } = headers;
  const further = request({ port, host: "127.0.0.1", path, headers: { ...rest, connection: "close" } });
  further.on("error", () => socket.destroy());
  further.on("response", (given) => {
    given.resume();
    socket.end(`HTTP/1.1 ${given.statusCode} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  further.end();
}
