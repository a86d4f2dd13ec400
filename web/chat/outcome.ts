import type { ErrorBody } from "../../contract/errors.js";
import type { Ack, RequestName } from "../../contract/events.js";

/** Nobody knows whether the server did it: asking again with the same name is safe. */
export interface LostAnswer {
  readonly ok: false;
  readonly error: { readonly code: "client/offline" | "client/timeout"; readonly message: string };
}

export type Outcome<N extends RequestName> = Ack<N> | LostAnswer;

export function lostAnswer(code: LostAnswer["error"]["code"]): LostAnswer {
  const message =
    code === "client/offline" ? "There is no connection." : "The server did not answer in time.";
  return { ok: false, error: { code, message } };
}

export function isLost<N extends RequestName>(outcome: Outcome<N>): outcome is LostAnswer {
  return !outcome.ok && outcome.error.code.startsWith("client/");
}

/** Narrows what came over the wire; anything that is no acknowledgement counts as the server's fault. */
export function parseAck<N extends RequestName>(answer: unknown): Ack<N> {
  if (typeof answer === "object" && answer !== null && "ok" in answer) {
    if (answer.ok === true) return answer as Ack<N>;
    const error = "error" in answer ? parseErrorBody(answer.error) : undefined;
    if (error) return { ok: false, error };
  }
  return { ok: false, error: { code: "server/failed", message: "The server's answer was not understood." } };
}

export function parseErrorBody(value: unknown): ErrorBody | undefined {
  if (typeof value !== "object" || value === null || !("code" in value) || !("message" in value)) return;
  if (typeof value.code !== "string" || typeof value.message !== "string") return;
  return value as ErrorBody;
}
