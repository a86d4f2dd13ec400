import type { Link, SpanContext } from "@opentelemetry/api";
import type { Way } from "../../contract/index.js";
import type { Tracer } from "./trail.js";

export interface OtlpOptions {
  /** The collector's OTLP/HTTP address, without `/v1/traces`. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly nodeName: string;
  /** Which share of the requests is traced, 0 to 1. */
  readonly ratio: number;
}

/** Longest wait for the collector when the desk stops. */
const closeWithinMs = 3000;
const scheduledDelayMs = 2000;

/**
 * Sends spans to an OpenTelemetry collector. Its packages are loaded here and only here, when the operator has named a
 * collector: a desk without one pays neither memory nor time for them.
 */
export async function createOtlpTracer(options: OtlpOptions): Promise<Tracer> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint}/v1/traces`,
    headers: { ...options.headers },
    timeoutMillis: closeWithinMs,
  });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      "service.name": options.serviceName,
      "service.instance.id": options.nodeName,
    }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(options.ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: scheduledDelayMs })],
  });
  const tracer = provider.getTracer("deskhand");
  return {
    start: (name, attributes, [first, ...others]) => {
      const context = contextOf(first);
      const root = api.ROOT_CONTEXT;
      const parent = context === undefined ? root : api.trace.setSpanContext(root, context);
      const requestId = first?.requestId ? { "deskhand.request_id": first.requestId } : {};
      const span = tracer.startSpan(
        name,
        { attributes: { ...attributes, ...requestId }, links: others.flatMap(toLink) },
        parent,
      );
      return {
        span: span.spanContext(),
        end: (error) => {
          if (error !== undefined) span.setStatus({ code: api.SpanStatusCode.ERROR, message: nameOf(error) });
          span.end();
        },
      };
    },
    close: () => provider.shutdown(),
  };
}

function contextOf(way: Way | undefined): SpanContext | undefined {
  const { span } = way ?? {};
  return span !== undefined && isContext(span) ? span : undefined;
}

function isContext(span: object): span is SpanContext {
  return "traceId" in span && "spanId" in span && "traceFlags" in span;
}

function toLink(way: Way): Link[] {
  const context = contextOf(way);
  return context === undefined ? [] : [{ context }];
}

/** Not its message: that may quote what people have written. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
