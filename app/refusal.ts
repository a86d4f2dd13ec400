import { AppError } from "../contract/index.js";
import type { RequestOutcome } from "../handoff/index.js";

export type ClosedDoor =
  | { readonly status: "off" | "not-configured" }
  | {
      readonly status: "closed";
      readonly opensAt?: number | undefined;
      readonly timeZone?: string | undefined;
    };

/** Why no person can be asked for, in the same words at every door (S0-3, S1-26, S2-4, zammad#4970). */
export function refusalOf(door: ClosedDoor): AppError {
  switch (door.status) {
    case "off":
      return new AppError(
        "attendance/off",
        "Talking to an attendant is switched off here; a ticket can be opened.",
      );
    case "not-configured":
      return new AppError(
        "attendance/not-configured",
        "No group takes attendances for this; parameter 389 can name one.",
      );
    case "closed":
      return new AppError(
        "attendance/closed",
        "The attendants for this are not there now. You can submit a request; they will answer it when they are back.",
        { details: { opensAt: door.opensAt, timeZone: door.timeZone } },
      );
  }
}

/** Whether a wish has come to nothing because of the door. */
export function isClosed<Outcome extends { readonly status: string }>(
  outcome: Outcome,
): outcome is Extract<Outcome, ClosedDoor> {
  return ["off", "not-configured", "closed"].includes(outcome.status);
}

/**
 * Passes when somebody waits for a person now. A turn whose conversation has another owner by now has led to nobody: it
 * must not be kept as one that handed over (reliability F10).
 */
export function requireRequested(outcome: RequestOutcome): void {
  if (isClosed(outcome)) throw refusalOf(outcome);
  if (outcome.status !== "requested")
    throw new AppError("conversation/stale-epoch", "Somebody else has this conversation now.");
}
