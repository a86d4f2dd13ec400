import type { ServerResponse } from "node:http";
import { AppError, busyBody, type ErrorBody, failedBody } from "../contract/index.js";
import type { Answer } from "./route.js";

/** What is logged about a fault; a subset of a pino logger. */
export interface FaultLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export interface ErrorContext {
  readonly log: FaultLog;
  readonly where: string;
  /** Told with a fault of ours, so that it is found in the log. */
  readonly requestId: string;
  /** Whether the same request may succeed in a moment: what it needs is away just now. */
  isPassing(error: unknown): boolean;
  /** Says it in the language of who asked. */
  tell(body: ErrorBody): ErrorBody;
}

/** What is needed of restify's response. Ended in any other way, restify answers once more by itself and throws. */
export interface RawResponse extends ServerResponse {
  sendRaw(status: number, body: string | Buffer): unknown;
}

export function sendAnswer(response: RawResponse, answer: Answer): void {
  if (response.headersSent) return;
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  const content = answer.text?.content ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
  if (answer.text !== undefined) response.setHeader("Content-Type", answer.text.type);
  else if (answer.body !== undefined) response.setHeader("Content-Type", "application/json; charset=utf-8");
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");
  const status = answer.status ?? (content.length === 0 ? 204 : 200);
  // The length of a 304 would be that of what is not sent.
  if (status !== 304) response.setHeader("Content-Length", Buffer.byteLength(content));
  response.sendRaw(status, content);
}

/** The one place where HTTP turns an error into an answer: ours by its code, anything else without its text. */
export function toErrorAnswer(error: unknown, context: ErrorContext): Answer {
  const { log, where, tell, isPassing, requestId: id } = context;
  if (error instanceof AppError) {
    log.warn({ code: error.code, where }, error.message);
    return {
      status: error.status,
      ...(error.status === 429 ? { headers: { "Retry-After": String(retryAfter(error)) } } : {}),
      body: { error: tell(error.toBody()) },
    };
  }
  if (isPassing(error)) {
    log.warn({ err: error, where }, "A request must wait for the store.");
    return { status: 503, headers: { "Retry-After": "2" }, body: { error: tell(busyBody()) } };
  }
  log.error({ err: error, where, id }, "A request failed.");
  return { status: 500, body: { error: tell(failedBody(id)) } };
}

/** Seconds; a minute where the refusal does not say. */
function retryAfter({ details }: AppError): number {
  const known = typeof details === "object" && details !== null && "retryAfterSeconds" in details;
  return known && typeof details.retryAfterSeconds === "number" ? details.retryAfterSeconds : 60;
}
