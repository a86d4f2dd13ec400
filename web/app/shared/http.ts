import type { ErrorCode } from "../../../contract/errors.js";
import { newId } from "../../chat/new-id.js";

export type ApiErrorCode = ErrorCode | "client/unreachable" | "client/unreadable";

/** A request the server refused, or that never reached it (`status` 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: ApiErrorCode;
  readonly details: unknown;

  constructor(status: number, code: ApiErrorCode, message: string, details?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export interface Http {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  remove<T>(path: string): Promise<T>;
}

export interface HttpOptions {
  readonly fetch: typeof fetch;
  /** The token of this page's log-in; without one the cookie speaks for the person. */
  readonly readToken: () => string | undefined;
  /** The language of the page, for what the server says. */
  readonly readLocale: () => string;
  /** Called when the server no longer knows the session. */
  readonly onSessionLost?: () => void;
}

/** JSON over HTTP: every answer that is no success becomes an `ApiError` with the server's code and text. */
export function createHttp({ fetch: send, readToken, readLocale, onSessionLost }: HttpOptions): Http {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await send(path, {
      method,
      credentials: "same-origin",
      headers: {
        ...toHeaders(readToken(), body !== undefined),
        "x-request-id": newId(),
        "accept-language": readLocale(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ApiError(0, "client/unreachable", "The server does not answer.");
    });
    if (response.ok) return await readBody<T>(response);
    const error = await toApiError(response);
    if (error.code === "session/required" || error.code === "session/expired") onSessionLost?.();
    throw error;
  }

  return {
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    put: (path, body) => call("PUT", path, body),
    remove: (path) => call("DELETE", path),
  };
}

function toHeaders(token: string | undefined, hasBody: boolean): Record<string, string> {
  return {
    accept: "application/json",
    ...(hasBody ? { "content-type": "application/json" } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
}

async function readBody<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text === "" ? "null" : text);
  } catch {
    throw new ApiError(response.status, "client/unreadable", "The server's answer was not understood.");
  }
}

async function toApiError(response: Response): Promise<ApiError> {
  const body: { error?: { code?: ErrorCode; message?: string; details?: unknown } } | null = await response
    .json()
    .catch(() => null);
  const { code = fallbackCode(response.status), message = response.statusText, details } = body?.error ?? {};
  return new ApiError(response.status, code, message, details);
}

function fallbackCode(status: number): ErrorCode {
  if (status === 401) return "session/required";
  if (status === 403) return "access/denied";
  if (status === 404) return "request/not-found";
  if (status === 429) return "request/too-many";
  return "server/failed";
}
