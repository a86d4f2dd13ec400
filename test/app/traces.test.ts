import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { until } from "../faults/until.js";
import { connectStore } from "../../store/index.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk, type DeskProcess, newDataDir, spawnDesk } from "../support/desk-process.js";
import { type CollectedSpan, openTraceCollector, type TraceCollector } from "../support/trace-collector.js";

describe("traces (issue 7)", () => {
  let collector: TraceCollector;
  let desk: DeskProcess;
  let ana: DeskClient;
  const data = newDataDir();

  beforeAll(async () => {
    buildDesk();
    collector = await openTraceCollector();
    desk = await spawnDesk(data.path, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20collector-key",
      OTEL_SERVICE_NAME: "desk-of-the-test",
    });
    ana = await DeskClient.connect(desk.url, "ana");
  });
  afterAll(async () => {
    ana.close();
    await desk.kill();
    await collector.close();
    data.remove();
  });

  const sendAs = (requestId: string, payload: object) =>
    new Promise((answered) => {
      Reflect.apply(ana.socket.emit, ana.socket, ["message:send", payload, { requestId }, answered]);
    });
  const named = (name: string, requestId: string) => (span: CollectedSpan) =>
    span.name === name && span.attributes["deskhand.request_id"] === requestId;
  const below = (span: CollectedSpan) => {
    const children = (id: string): CollectedSpan[] =>
      collector.spans
        .filter((one) => one.parentSpanId === id)
        .flatMap((one) => [one, ...children(one.spanId)]);
    return children(span.spanId);
  };

  it("show a request as one tree: socket, append, turn, its steps, commits and the queue", async () => {
    const talk = await Talk.begin(ana);
    const secret = `canary ${randomUUID()}`;
    await sendAs("trace-1", { conversationId: talk.id, clientMessageId: randomUUID(), text: secret });
    await sendAs("trace-2", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "A person, please",
      value: { kind: "talk-to-attendant" },
    });
    const sent = () => collector.spans.find((span) => named("turn", "trace-2")(span));
    await until("the spans to arrive", () => sent() !== undefined);

    const root = collector.spans.find(named("socket message:send", "trace-2"));
    const tree = root === undefined ? [] : below(root);
    const names = tree.map((span) => span.name);

    expect(root?.parentSpanId).toBeUndefined();
    expect(names).toEqual(
      expect.arrayContaining([
        "append messages",
        "turn",
        "step tellOff",
        "step choose",
        "queue add",
        "sql select",
        "sql insert",
        "sql commit",
      ]),
    );
    expect(new Set(tree.map((span) => span.traceId))).toEqual(new Set([root?.traceId]));
    const turn = tree.find((span) => span.name === "turn");
    expect(turn === undefined ? [] : below(turn).map((span) => span.name)).toContain("sql commit");
    // What people write is in no trace.
    expect(collector.bodies.join("")).not.toContain(secret);
    expect(collector.bodies.join("")).toContain("desk-of-the-test");
    expect(collector.headers[0]?.authorization).toBe("Bearer collector-key");
  });

  it("mark what failed, by the kind of the fault alone", async () => {
    const store = connectStore({ file: join(data.path, "desk.db") });
    await store.db.schema.alterTable("ticket").renameTo("ticket_away").execute();
    await store.close();
    const response = await fetch(`${desk.url}/api/v1/tickets?view=mine`, {
      headers: { authorization: `Bearer ${ana.token}`, "x-request-id": "trace-3" },
    });
    expect(response.status).toBe(500);

    await until("the span to arrive", () => collector.spans.some(named("GET /api/v1/tickets", "trace-3")));
    const failed = collector.spans.filter((span) => named("sql select", "trace-3")(span) && span.isError);

    expect(failed.length).toBeGreaterThan(0);
  });

  it("cost nothing when off: their packages are loaded by nothing but an import when a collector is named", () => {
    const source = readFileSync(resolve(__dirname, "..", "..", "config", "trail", "otlp.ts"), "utf8");
    const loaded = [...source.matchAll(/^import (?!type)[^;]*"(@opentelemetry[^"]*)"/gms)];

    expect(loaded).toEqual([]);
    expect(source).toContain('import("@opentelemetry/sdk-trace")');
  });
});
