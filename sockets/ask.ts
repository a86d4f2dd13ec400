import { randomUUID } from "node:crypto";
import {
  AppError,
  type ErrorBody,
  failedBody,
  parseRequested,
  type Request,
  type RequestName,
  requestSchemas,
} from "../contract/index.js";
import type { Caller, Handlers } from "./handler.js";

export interface AskLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export type Refusal = { readonly ok: false; readonly error: ErrorBody };

/** Whether a client may ask this at all. */
export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestSchemas, name);
}

/** Parse → call → answer. The one place where sockets turn an error into a refusal. */
export async function ask<N extends RequestName>(
  name: N,
  payload: unknown,
  caller: Caller,
  handlers: Handlers,
  { log, tell }: { readonly log: AskLog; tell(body: ErrorBody): ErrorBody },
): Promise<{ readonly ok: true } | Refusal> {
  try {
    const request = parseRequested(requestSchemas[name], payload, `payload of ${name}`) as Request<N>;
    return { ok: true, ...(await handlers[name](request, caller)) };
  } catch (error) {
    return { ok: false, error: tell(toBody(error, name, log)) };
  }
}

function toBody(error: unknown, name: string, log: AskLog): ErrorBody {
  if (error instanceof AppError) {
    log.warn({ code: error.code, event: name }, error.message);
    return error.toBody();
  }
  const id = randomUUID();
  log.error({ err: error, event: name, id }, "A socket request failed.");
  return failedBody(id);
}
