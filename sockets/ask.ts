import {
  AppError,
  busyBody,
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

export interface AskContext {
  readonly log: AskLog;
  tell(body: ErrorBody): ErrorBody;
  /** Told with a fault of ours, so that it is found in the log. */
  readonly requestId: string;
  /** Whether the same request may succeed in a moment: what it needs is away just now. */
  isPassing(error: unknown): boolean;
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
  { tell, ...context }: AskContext,
): Promise<{ readonly ok: true } | Refusal> {
  try {
    const request = parseRequested(requestSchemas[name], payload, `payload of ${name}`) as Request<N>;
    return { ok: true, ...(await handlers[name](request, caller)) };
  } catch (error) {
    return { ok: false, error: tell(toBody(error, name, context)) };
  }
}

function toBody(
  error: unknown,
  name: string,
  { log, requestId: id, isPassing }: Omit<AskContext, "tell">,
): ErrorBody {
  if (error instanceof AppError) {
    log.warn({ code: error.code, event: name }, error.message);
    return error.toBody();
  }
  if (isPassing(error)) {
    log.warn({ err: error, event: name }, "A socket request must wait for the store.");
    return busyBody();
  }
  log.error({ err: error, event: name, id }, "A socket request failed.");
  return failedBody(id);
}
