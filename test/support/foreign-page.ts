import { once } from "node:events";
import { createServer } from "node:http";

export interface ForeignSite {
  readonly origin: string;
  /** Address of a page that loads the widget by this tag; `html` goes onto the root element. */
  page(tag: { readonly data?: string; readonly html?: string }): string;
  close(): Promise<void>;
}

/** A portal on another site than the desk, whose policy allows nothing beyond what docs/widget.md asks for. */
export async function openForeignSite(deskUrl: string): Promise<ForeignSite> {
  const policy = [
    "default-src 'none'",
    `script-src ${deskUrl}`,
    `connect-src ${deskUrl} ${deskUrl.replace("http", "ws")}`,
    `img-src ${deskUrl}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const server = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? "/", "http://portal");
    if (pathname !== "/") {
      response.writeHead(204);
      response.end();
      return;
    }
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html ${searchParams.get("html") ?? ""}><head><title>Portal</title></head>` +
        `<body><h1>Portal</h1><script src="${deskUrl}/widget.js" ${searchParams.get("data") ?? ""}></script></body></html>`,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    page: ({ data = "", html = "" }) => `${origin}/?${new URLSearchParams({ data, html })}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
