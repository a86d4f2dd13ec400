import type { z } from "zod";
import { AppError, type ErrorBody } from "./errors.js";

const problemsMax = 20;

/**
 * What fits the schema, or `request/malformed` with what is wrong and where; `what` names the thing that was read. The
 * character NUL is left out of every text: nobody can see it, PostgreSQL stores none, and SQLite reads a text only up to it.
 */
export function parseRequested<S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> {
  const parsed = schema.safeParse(withoutNul(value));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, problemsMax).map((issue) => ({
    at: issue.path.join("."),
    problem: issue.message,
  }));
  throw new AppError("request/malformed", `The ${what} is not as expected.`, { details: { problems } });
}

/** What people are told about a fault of ours; the id is that of their request and finds it in the log. */
export function failedBody(id: string): ErrorBody {
  return {
    code: "server/failed",
    message: `Something went wrong on our side. Please try again; if it stays, tell us the id ${id}.`,
    details: { id },
  };
}

/** What people are told while something the desk needs is away; the same request may be sent again as it is. */
export function busyBody(): ErrorBody {
  return {
    code: "server/busy",
    message: "The desk cannot do this just now. Please try again in a moment.",
  };
}

/** No request nests deeper; what is deeper is refused by its schema, or kept as JSON, where a NUL is spelled out. */
const depthMax = 32;

/** The same value; made anew only where a NUL stood in it. */
export function withoutNul(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.includes("\0") ? value.replaceAll("\0", "") : value;
  if (typeof value !== "object" || value === null || depth > depthMax) return value;
  if (Array.isArray(value)) {
    const clean = value.map((one) => withoutNul(one, depth + 1));
    return clean.some((one, at) => one !== value[at]) ? clean : value;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const entries = Object.entries(value);
  const clean = entries.map(([name, one]) => [name, withoutNul(one, depth + 1)] as const);
  return clean.some(([, one], at) => one !== entries[at]?.[1]) ? Object.fromEntries(clean) : value;
}
