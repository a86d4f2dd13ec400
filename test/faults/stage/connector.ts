import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

/** How the channel's service takes what the desk sends to it. */
export type Manner = "takes" | "429" | "500" | "never";

export interface Connector {
  /** Address that activities name as their `serviceUrl`. */
  readonly url: string;
  /** Texts it has taken, by conversation. */
  readonly taken: Map<string, string[]>;
  behave(manner: Manner): void;
  /** Writes to the desk as somebody in this conversation; answers the HTTP status and how long it took, ms. */
  write(
    deskUrl: string,
    words: { conversation: string; text: string; id?: string },
  ): Promise<{ status: number; ms: number }>;
  close(): Promise<void>;
}

/** A Bot Framework channel on this machine, as its emulator is: no app id, no token. */
export async function openConnector(): Promise<Connector> {
  const taken = new Map<string, string[]>();
  const hanging = new Set<ServerResponse>();
  let manner: Manner = "takes";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (manner === "never") return void hanging.add(response);
    const conversation = decodeURIComponent(/conversations\/([^/]+)/.exec(request.url ?? "")?.[1] ?? "");
    response.setHeader("content-type", "application/json");
    response.statusCode = manner === "takes" ? 200 : Number(manner);
    if (manner === "429") response.setHeader("retry-after", "1");
    if (manner === "takes") {
      const { type, text = "" } = JSON.parse(Buffer.concat(chunks).toString() || "{}") as {
        type?: string;
        text?: string;
      };
      if (type === "message") taken.set(conversation, [...(taken.get(conversation) ?? []), text]);
    }
    response.end(JSON.stringify({ id: randomUUID() }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  const url = `http://127.0.0.1:${address.port}/`;
  return {
    url,
    taken,
    behave: (next) => {
      manner = next;
      if (next !== "never") for (const response of hanging) response.destroy();
      hanging.clear();
    },
    write: async (deskUrl, { conversation, text, id = randomUUID() }) => {
      const since = performance.now();
      const body = {
        type: "message",
        id,
        timestamp: new Date().toISOString(),
        channelId: "emulator",
        serviceUrl: url,
        conversation: { id: conversation },
        from: { id: `person-${conversation}`, name: "Somebody outside" },
        recipient: { id: "desk", name: "Desk" },
        text,
        locale: "en-US",
      };
      const response = await fetch(`${deskUrl}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      await response.text();
      return { status: response.status, ms: performance.now() - since };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}
