import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [name: string]: unknown;
  };
  /** The user message, as the desk wrote it. */
  readonly asked: {
    readonly question: string;
    readonly earlier: readonly { readonly who: string; readonly text: string }[];
    readonly articles: readonly { readonly number: number; readonly title: string; readonly text: string }[];
  };
}

export type ModelScript = (request: ModelRequest, response: ServerResponse) => void | Promise<void>;

export interface ModelServer {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly got: ModelRequest[];
  /** What it does with the next requests. */
  behave: ModelScript;
  /** Writes this from now on, whatever it is asked. */
  says(text: string | ((request: ModelRequest) => string)): void;
  close(): Promise<void>;
}

/** An endpoint that speaks OpenAI's chat completions, and does as it is told; even by what it reads. */
export async function openModelServer(): Promise<ModelServer> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as ModelRequest["body"];
      const last = body.messages.at(-1)?.content ?? "{}";
      const { url: path = "", headers } = request;
      const received = { path, headers, body, asked: JSON.parse(last) as ModelRequest["asked"] };
      model.got.push(received);
      void model.behave(received, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const model: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    got: [],
    behave: () => undefined,
    says: (text) => {
      model.behave = (request, response) =>
        complete(response, typeof text === "string" ? text : text(request));
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
  model.says("NOT-IN-ARTICLES");
  return model;
}

/** A completion as OpenAI writes it. */
export function complete(response: ServerResponse, content: string): void {
  answer(response, 200, {
    id: "x",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  });
}

export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** Switches it on, as the admin does on the page; the endpoint stands in the environment. */
export async function switchModelOn(
  admin: { rest(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> },
  change: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const path = "/api/v1/language-model";
  const { body } = await admin.rest("GET", path);
  const { settings, version } = body as { settings: object; version: number };
  const wish = { settings: { ...settings, isOn: true, ...change }, version };
  const saved = await admin.rest("PUT", path, wish);
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}
