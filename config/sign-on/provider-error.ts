import type { SignOnRefusal } from "../../contract/index.js";

/** Why the identity provider could not vouch for somebody. Its message is for the log, never for the person. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly why: Extract<SignOnRefusal, "away" | "cancelled" | "failed">;

  constructor(why: ProviderError["why"], message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.why = why;
  }
}

const deepest = 6;

/** Sorts what the client library throws: away, turned back, or not to be trusted. */
export function toProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (hasField(error, "error", "access_denied")) {
    return new ProviderError("cancelled", "The person turned back at the provider.");
  }
  return new ProviderError(isAway(error) ? "away" : "failed", reasonOf(error), { cause: error });
}

/** No connection, no answer in time, or an answer that says that something there is broken. */
function isAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > deepest) return false;
  const { name, code, message, status, cause } = error as Readonly<Record<string, unknown>>;
  return (
    name === "TimeoutError" ||
    name === "AbortError" ||
    code === "OAUTH_TIMEOUT" ||
    code === "ERR_JWKS_TIMEOUT" ||
    message === "fetch failed" ||
    (typeof message === "string" && message.startsWith("Expected 200 OK from the JSON Web Key Set")) ||
    (typeof status === "number" && (status >= 500 || status === 429)) ||
    isAway(cause, depth + 1)
  );
}

/** Texts and codes alone: causes carry whole answers, and those carry tokens. */
function reasonOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) && !hasField(error, "message")) return depth === 0 ? String(error) : "";
  const { message, code, error: said, cause } = error as Readonly<Record<string, unknown>>;
  const own = [message, code, said].filter((part) => typeof part === "string").join(" ");
  const rest = depth < deepest && typeof cause === "object" ? reasonOf(cause, depth + 1) : "";
  return rest === "" ? own : `${own}: ${rest}`;
}

function hasField(value: unknown, name: string, wanted?: string): boolean {
  if (typeof value !== "object" || value === null || !(name in value)) return false;
  return wanted === undefined || (value as Readonly<Record<string, unknown>>)[name] === wanted;
}
