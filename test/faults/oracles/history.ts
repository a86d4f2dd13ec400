import type { Message } from "../../../contract/index.js";
import { Canaries } from "./canary.js";

/** What a client knows the server has taken responsibility for. */
export interface Acked {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly id: string;
  readonly seq: number;
}

/** What was told to a client that won an attendance. */
export interface Won {
  readonly attendanceId: string;
  readonly conversationId: string;
  readonly agentId: string;
  readonly epoch: number;
}

/** What somebody's screen shows of a conversation in the end. */
export interface Shown {
  readonly conversationId: string;
  readonly ids: readonly string[];
}

/** Everything the clients were promised, to be held against the store afterwards. */
export class History {
  readonly acked: Acked[] = [];
  readonly won: Won[] = [];
  readonly shown: Shown[] = [];
  readonly canaries = new Canaries();
  /** Requesters whose talks the scenario serves itself: the agents of the standing load leave them alone. */
  readonly apart = new Set<string>();
  /** How long each acknowledgement took from the first try, ms. */
  readonly ackMs: number[] = [];

  ack(message: Message, tookMs: number): void {
    const { conversationId, clientMessageId = "", id, seq } = message;
    this.acked.push({ conversationId, clientMessageId, id, seq });
    this.ackMs.push(tookMs);
  }

  win(won: Won): void {
    this.won.push(won);
  }

  show(shown: Shown): void {
    this.shown.push(shown);
  }
}

/** The value below which this share of the figures lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
