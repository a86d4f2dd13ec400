import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

export interface WebChatSite {
  readonly origin: string;
  /** A page with Microsoft's Web Chat on it, as its guide shows it. */
  webChat(connection: Connection): string;
  /** A page with Microsoft's client alone, as the global `DirectLine`. */
  directLine(): string;
  close(): Promise<void>;
}

export interface Connection {
  /** `…/v3/directline`. */
  readonly domain: string;
  readonly token: string;
}

const modules = join(__dirname, "..", "..", "node_modules");
const scripts: Readonly<Record<string, string>> = {
  "/webchat.js": join(modules, "botframework-webchat", "dist", "webchat.js"),
  "/directline.js": join(modules, "botframework-directlinejs", "dist", "directline.js"),
};

/** Somebody else's site: their page, the unmodified bundles of the packages, and nothing of ours. */
export async function openWebChatSite(): Promise<WebChatSite> {
  const server = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? "/", "http://site");
    const script = scripts[pathname];
    if (script !== undefined) {
      response.setHeader("Content-Type", "text/javascript");
      response.end(readFileSync(script));
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pathname === "/chat" ? chatPage(searchParams) : clientPage);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    origin,
    webChat: (connection) => `${origin}/chat?${new URLSearchParams({ ...connection })}`,
    directLine: () => `${origin}/client`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const clientPage = `<!doctype html><html lang="en"><head><title>Client</title><link rel="icon" href="data:,"></head>
<body><script src="/directline.js"></script></body></html>`;

function chatPage(query: URLSearchParams): string {
  const options = JSON.stringify(Object.fromEntries(query)).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">
<style>html, body { height: 100%; margin: 0 } #webchat { height: 100%; width: 100% }</style></head>
<body><div id="webchat" role="main"></div><script src="/webchat.js"></script><script>
  window.WebChat.renderWebChat(
    { directLine: window.WebChat.createDirectLine(${options}), locale: "en-US" },
    document.getElementById("webchat"),
  );
  document.querySelector("#webchat > *").focus();
</script></body></html>`;
}
