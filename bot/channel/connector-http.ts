import type { ConnectorClientOptions } from "botframework-connector";
import type { AllowsServiceUrl } from "./service-url.js";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

const maxAnswerBytes = 256 * 1024;

/** A channel said no, or nothing at all. Not the SDK's own error, for that one makes the SDK try again by itself. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * The only way out to a channel: to allowed addresses (S21), without following redirects (S20), within a time limit,
 * and reading a bounded answer (S26). The SDK's own client has none of these, and tries three times more unseen.
 */
export function createConnectorHttp(options: {
  readonly allows: AllowsServiceUrl;
  readonly timeoutMs: number;
}): HttpClient {
  return {
    sendRequest: async (request) => {
      const base = request.url.slice(0, request.url.lastIndexOf("/v3/conversations/"));
      if (!options.allows(base)) throw new ConnectorError(403, `${base} is not an allowed service URL`);
      const signal = AbortSignal.timeout(options.timeoutMs);
      try {
        const response = await fetch(request.url, {
          method: request.method,
          headers: request.headers.toJson(),
          body: typeof request.body === "string" ? request.body : null,
          redirect: "manual",
          signal,
        });
        // What the answer says is not needed, and once the channel has said yes nothing may turn it into a no.
        await drain(response).catch(() => undefined);
        if (!response.ok) throw toError(response);
        const headers = request.headers.clone();
        for (const name of headers.headerNames()) headers.remove(name);
        headers.set("content-type", "application/json");
        return { request, status: response.status, headers, bodyAsText: "{}" };
      } catch (cause) {
        if (cause instanceof ConnectorError) throw cause;
        throw new ConnectorError(0, signal.aborted ? "no answer in time" : "unreachable", { cause });
      }
    },
  };
}

/** Reads to the end, so that the connection can be used again; up to a limit, for it may have none (S26). */
async function drain(response: Response): Promise<void> {
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) return;
  }
}

function toError(response: Response): ConnectorError {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  const wait = Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
  return new ConnectorError(response.status, `the channel answered ${response.status}`, wait);
}
