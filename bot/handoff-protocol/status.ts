import type { Message, Notice } from "../../contract/index.js";

/** The words of the hand-off protocol of the Bot Framework for what becomes of a hand-over. */
export type HandoffState = "accepted" | "failed" | "completed";

export interface HandoffStatus {
  readonly type: "event";
  readonly name: "handoff.status";
  readonly value: { readonly state: HandoffState; readonly message?: string };
}

const states: Readonly<Partial<Record<Notice["kind"], HandoffState>>> = {
  "attendance-accepted": "accepted",
  "handoff-refused": "failed",
  "attendance-cancelled": "failed",
  "attendance-timed-out": "failed",
  "attendance-ended": "completed",
  "attendance-handed-back": "completed",
};

/** The event that tells programs what this line of the system tells people; nothing for all others. */
export function toStatus({ notice, text }: Pick<Message, "notice" | "text">): HandoffStatus | undefined {
  const state = notice === undefined ? undefined : states[notice.kind];
  if (state === undefined) return undefined;
  return { type: "event", name: "handoff.status", value: { state, message: text } };
}
