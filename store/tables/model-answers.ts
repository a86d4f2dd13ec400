/** A question that the language model was asked. What was said stands in the turn, and goes with it. */
export interface ModelAnswerTable {
  /** Of the requester's message; of its own where an admin tried something. */
  id: string;
  /** Null where an admin tried something. */
  conversation_id: string | null;
  at: number;
  language: string;
  /** "shown", "not-in-articles", "refused" or "failed". */
  outcome: string;
  reason: string | null;
  took_ms: number;
  prompt_tokens: number;
  answer_tokens: number;
  /** What the requester said: 1 or 0; null where they said nothing. */
  helped: number | null;
}
