import type { ActionValue } from "../../contract/action.js";
import type { FileAttachment } from "../../contract/file.js";

export type SendFailure =
  | { readonly reason: "unreachable" }
  | { readonly reason: "refused"; readonly code: string; readonly message: string };

/** A message the server has not acknowledged yet; its name and its first time stay through every resend (D1, D12). */
export interface OutboxEntry {
  readonly clientMessageId: string;
  readonly text: string;
  readonly value?: ActionValue;
  readonly files?: readonly FileAttachment[];
  readonly epoch?: number;
  /** An article that goes with it as a card. */
  readonly articleId?: string;
  /** ms UTC. */
  readonly firstSentAt: number;
  readonly state: "pending" | "failed";
  readonly failure?: SendFailure;
}

/** Reads what an earlier life of this tab kept; what cannot be read is left out. */
export function parseEntries(text: string | undefined): OutboxEntry[] {
  if (!text) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== "object" || value === null) return false;
  return (
    "clientMessageId" in value &&
    typeof value.clientMessageId === "string" &&
    "text" in value &&
    typeof value.text === "string" &&
    "firstSentAt" in value &&
    typeof value.firstSentAt === "number" &&
    "state" in value &&
    (value.state === "pending" || value.state === "failed")
  );
}
