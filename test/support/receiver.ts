import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  readonly body: { readonly id: string; readonly type: string; readonly [key: string]: unknown };
}

export interface Receiver {
  readonly url: string;
  readonly got: Received[];
  /** What it does with the next requests; takes them all with 204 when nothing is said. */
  behave: (received: Received, response: ServerResponse) => void;
  /** Resolves with the first request that fits, had already or still to come. */
  hear(fits?: (received: Received) => boolean): Promise<Received>;
  close(): Promise<void>;
}

/** A program of somebody else that is told of facts, as a real server. */
export async function openReceiver(): Promise<Receiver> {
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString();
      const received = { headers: request.headers, text, body: JSON.parse(text) as Received["body"] };
      receiver.got.push(received);
      receiver.behave(received, response);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/facts`,
    got: [],
    behave: (_received, response) => {
      response.statusCode = 204;
      response.end();
    },
    hear: (fits = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const found = receiver.got.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

type IsFromDesk = (secret: string, headers: Received["headers"], rawBody: string, now?: number) => boolean;

/** The very code that docs/programs.md gives to receivers. */
const isFromDesk = readExample();

/** The check that the guide tells receivers to make, at this moment (ms UTC). */
export function isGenuine(
  secret: string,
  { headers, text }: Pick<Received, "headers" | "text">,
  now = Number(headers["deskhand-time"]) * 1000,
): boolean {
  return isFromDesk(secret, headers, text, now);
}

function readExample(): IsFromDesk {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "programs.md"), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?isFromDesk[\s\S]*?)```/.exec(page) ?? [];
  const body = code.replace(/^import .*$/gm, "").replace("export function", "return function");
  return new Function("createHmac", "timingSafeEqual", "Buffer", body)(createHmac, timingSafeEqual, Buffer);
}
