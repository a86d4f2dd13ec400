import { Counter, Histogram, type Registry } from "prom-client";
import type { Spent } from "./ledger.js";

/** Series about the language model; answers how one question is counted. */
export function countModel(registers: Registry[]): (spent: Spent) => void {
  const answers = new Counter({
    name: "deskhand_model_answers_total",
    help: "Questions to the language model, per what became of them",
    labelNames: ["outcome", "reason"],
    registers,
  });
  const tokens = new Counter({
    name: "deskhand_model_tokens_total",
    help: "Tokens that the language model was sent and wrote",
    labelNames: ["kind"],
    registers,
  });
  const took = new Histogram({
    name: "deskhand_model_seconds",
    help: "Time from a question to the language model to the end of its answer",
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 6],
    registers,
  });
  return ({ outcome, reason, tookMs, promptTokens, answerTokens }) => {
    answers.inc({ outcome, reason: reason ?? "" });
    tokens.inc({ kind: "prompt" }, promptTokens);
    tokens.inc({ kind: "answer" }, answerTokens);
    if (tookMs > 0) took.observe(tookMs / 1000);
  };
}
