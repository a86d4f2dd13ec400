import { once } from "node:events";
import { createServer } from "node:http";

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

export interface TraceCollector {
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** Everything that was sent, as it was sent. */
  readonly bodies: readonly string[];
  readonly headers: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status?: { code?: number };
  attributes?: { key: string; value: Record<string, unknown> }[];
}

/** Takes what an OpenTelemetry collector takes by OTLP over HTTP, in its JSON form. */
export async function openTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const headers: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    bodies.push(body);
    headers.push(request.headers);
    const sent: { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] } = JSON.parse(body);
    for (const { scopeSpans } of sent.resourceSpans) {
      for (const scope of scopeSpans) spans.push(...scope.spans.map(toSpan));
    }
    response.setHeader("content-type", "application/json");
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    bodies,
    headers,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function toSpan(sent: SentSpan): CollectedSpan {
  const attributes = (sent.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]] as const);
  return {
    traceId: sent.traceId,
    spanId: sent.spanId,
    parentSpanId: sent.parentSpanId || undefined,
    name: sent.name,
    attributes: Object.fromEntries(attributes),
    isError: sent.status?.code === 2,
  };
}
