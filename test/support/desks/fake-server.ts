import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface Said {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * - `cut`: does what was asked and loses the line before answering.
 * - `lost`: loses the line before anything is done.
 * - `silent`: never answers, and does nothing.
 */
export type Fault = "cut" | "lost" | "silent" | Said;

export interface FakeServer {
  readonly url: string;
  readonly asked: Asked[];
  /** What goes wrong with the next requests; nothing when it answers nothing. */
  fault: (asked: Asked) => Fault | undefined;
  /** Resolves when it has been asked so, already or still to come. */
  hear(fits: (asked: Asked) => boolean): Promise<Asked>;
  close(): Promise<void>;
}

/** A real server whose answers are made by `answer`, and that can be made to fail at any point. */
export async function openFakeServer(answer: (asked: Asked) => Said, now: () => number): Promise<FakeServer> {
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://fake");
      const asked: Asked = {
        method: request.method ?? "GET",
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(parts),
      };
      fake.asked.push(asked);
      response.once("finish", () => {
        for (const look of waiting) look();
      });
      const fault = fake.fault(asked);
      if (fault === "silent") return;
      if (fault === "lost") return void request.socket.destroy();
      const said = fault === undefined || fault === "cut" ? answer(asked) : fault;
      if (fault === "cut") return void request.socket.destroy();
      send(response, said);
    });
  });
  function send(response: ServerResponse, { status, json, headers = {} }: Said): void {
    response.sendDate = false;
    response.setHeader("Date", new Date(now()).toUTCString());
    response.setHeader("Content-Type", "application/json; charset=utf-8");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.statusCode = status;
    response.end(json === undefined ? "" : JSON.stringify(json));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeServer = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    fault: () => undefined,
    hear: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = fake.asked.find(fits);
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
  return fake;
}
