import type { z } from "zod";
import { AppError } from "../../contract/index.js";
import { type Call, type Called, reasonOf } from "../outgoing/index.js";
import { DeskError } from "./ticket-desk.js";

export interface RestRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the desk's address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a form with one file, in place of JSON. */
  readonly form?: FormData;
}

export type Rest = (request: RestRequest) => Promise<Called>;

const longestWaitMs = 3_600_000;

/** Speaks JSON with one address. What could not be asked at all is `away`; answers come back whatever they say. */
export function createRest(options: {
  readonly url: string;
  readonly call: Call;
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
}): Rest {
  const base = options.url.replace(/\/+$/, "");
  return async ({ method, path, query, headers, json, form }) => {
    const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
    const sent = form === undefined ? toJsonBody(json) : await toFormBody(form);
    try {
      return await options.call(
        {
          method,
          url: `${base}${path}${search}`,
          headers: { Accept: "application/json", ...options.headers, ...headers, ...sent.headers },
          body: sent.body,
        },
        options.signal,
      );
    } catch (error) {
      const isUnsure = method !== "GET" && !(error instanceof AppError) && !wasNotReached(error);
      throw new DeskError("away", reasonOf(error), { isUnsure, cause: error });
    }
  };
}

function toJsonBody(json: unknown): { headers: Record<string, string>; body?: string } {
  if (json === undefined) return { headers: {} };
  return { headers: { "Content-Type": "application/json; charset=utf-8" }, body: JSON.stringify(json) };
}

/** The boundary stands in the type that the platform gives to a form. */
async function toFormBody(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "multipart/form-data";
  return { headers: { "Content-Type": type }, body: Buffer.from(await response.arrayBuffer()) };
}

const notReached: readonly string[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
];

function wasNotReached(error: unknown): boolean {
  return error instanceof Error && "code" in error && notReached.includes(String(error.code));
}

/** Reads a good answer; one that does not have the shape this desk documents is none. */
export function parseAnswer<T>(schema: z.ZodType<T>, { body }: Called): T {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  throw new DeskError("failed", `The other desk answered in a form that was not expected${where}.`, {
    isUnsure: true,
  });
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** In front of a desk that is down for a while. */
const downStatuses: readonly number[] = [502, 503, 504];

/** What an answer that is none means; whoever broke may have done it all the same. */
export function failureOf({ status, headers }: Called, said: string, isWrite: boolean): DeskError {
  const told = said === "" ? `The other desk answered ${status}.` : `${said.slice(0, 250)} (${status})`;
  if (status >= 300 && status < 400) return new DeskError("away", "Redirects are not followed.");
  if (status === 429) return new DeskError("away", told, { afterMs: afterMsOf(headers["retry-after"]) });
  if (downStatuses.includes(status)) return new DeskError("away", told, { isUnsure: isWrite });
  if (status >= 500) return new DeskError("failed", told, { isUnsure: isWrite });
  if (status === 401) return new DeskError("away", told);
  return new DeskError(status === 404 || status === 410 ? "gone" : "refused", told);
}

function afterMsOf(header: string | string[] | undefined): number | undefined {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, longestWaitMs) : undefined;
}
