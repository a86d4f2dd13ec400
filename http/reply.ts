import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { AppError, type ErrorBody, failedBody } from "../contract/index.js";
import type { Answer } from "./route.js";

/** What is logged about a fault; a subset of a pino logger. */
export interface FaultLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export interface ErrorContext {
  readonly log: FaultLog;
  readonly where: string;
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
  response.setHeader("Content-Length", Buffer.byteLength(content));
  response.sendRaw(answer.status ?? (content.length === 0 ? 204 : 200), content);
}

/** The one place where HTTP turns an error into an answer: ours by its code, anything else without its text. */
export function toErrorAnswer(error: unknown, { log, where, tell }: ErrorContext): Answer {
  if (error instanceof AppError) {
    log.warn({ code: error.code, where }, error.message);
    return { status: error.status, body: { error: tell(error.toBody()) } };
  }
  const id = randomUUID();
  log.error({ err: error, where, id }, "A request failed.");
  return { status: 500, body: { error: tell(failedBody(id)) } };
}
