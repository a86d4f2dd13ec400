import type { z } from "zod";
import { AppError, type ErrorBody } from "./errors.js";

const problemsMax = 20;

/** What fits the schema, or `request/malformed` with what is wrong and where; `what` names the thing that was read. */
export function parseRequested<S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> {
  const parsed = schema.safeParse(value);
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
