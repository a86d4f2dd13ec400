import { ApiError } from "../../shared/http.js";

/** The server's reason, with what it says about single fields. */
export function tellError(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  const { details } = error;
  if (typeof details !== "object" || details === null || !("problems" in details)) return error.message;
  const problems = Array.isArray(details.problems) ? details.problems : [];
  return problems.map((one: { at: string; problem: string }) => `${one.at}: ${one.problem}`).join("; ");
}
