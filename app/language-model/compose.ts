import type { Locale, ModelReason } from "../../contract/index.js";
import type { CheckAnswer, CitedSentence } from "./check/index.js";
import { type AskModel, type Guard, ModelRefused } from "./endpoint/index.js";
import type { ModelPresent } from "./settings.js";
import type { Source } from "./source.js";
import type { Spent } from "./ledger.js";
import { type Question, toMessages } from "./to-messages.js";

/** What came of asking the model. */
export interface Composed extends Spent {
  /** What it wrote, whatever the check says. */
  readonly written?: string | undefined;
  /** What the check refused, in the words of the answer. */
  readonly because?: string | undefined;
  /** Only where everything is carried. */
  readonly sentences?: readonly CitedSentence[] | undefined;
}

/** Asks the model and checks its answer, within the time limit. Never rejects: what fails is an outcome. */
export type Compose = (question: Question, present: ModelPresent) => Promise<Composed>;

export interface ComposeParts {
  readonly askModel: (mayBePrivate: boolean) => AskModel;
  readonly guard: Guard;
  readonly checkAnswer: CheckAnswer;
  readonly log: { warn(fields: object, text: string): void };
}

const nothingSpent = { tookMs: 0, promptTokens: 0, answerTokens: 0 };

export function createCompose({ askModel, guard, checkAnswer, log }: ComposeParts): Compose {
  return async (question, present) => {
    const { settings } = present;
    const startedAt = performance.now();
    const tookMs = () => Math.round(performance.now() - startedAt);
    const limit = AbortSignal.timeout(settings.secondsMost * 1000);
    const place = { endpoint: settings.endpoint, model: settings.model, key: present.key };
    const messages = toMessages(question, settings.tone);
    try {
      const reply = await guard.run(settings.atOnceMost, () =>
        within(limit, askModel(present.mayBePrivate)(place, messages, limit)),
      );
      if (reply === "busy" || reply === "resting")
        return { ...nothingSpent, outcome: "failed", reason: reply };
      const { text, ...tokens } = reply;
      return {
        ...judge(checkAnswer, text, question),
        ...tokens,
        tookMs: tookMs(),
        written: text.slice(0, 2000),
      };
    } catch (error) {
      const reason = reasonOf(error, limit);
      // What the endpoint wrote stands in no error of ours: it may repeat the key.
      log.warn({ reason, cause: causeOf(error) }, "The language model gave no answer.");
      const sent = messages.reduce((sum, { content }) => sum + content.length, 0);
      // What was written and came too late, or could not be read, is paid for all the same.
      const isPaid = reason === "late" || reason === "garbage";
      return {
        ...nothingSpent,
        tookMs: tookMs(),
        promptTokens: isPaid ? Math.ceil(sent / 3) : 0,
        outcome: "failed",
        reason,
      };
    }
  };
}

function judge(
  checkAnswer: CheckAnswer,
  text: string,
  { sources, locale }: { readonly sources: readonly Source[]; readonly locale: Locale },
): Pick<Composed, "outcome" | "reason" | "because" | "sentences"> {
  const checked = checkAnswer(text, { sources, locale });
  if (checked.isCarried) return { outcome: "shown", sentences: checked.sentences };
  if (checked.why === "not-in-articles") return { outcome: "not-in-articles" };
  return { outcome: "refused", reason: checked.why, because: checked.at };
}

/** An endpoint that holds on to the line does not hold on to the requester. */
function within<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error("The language model took too long."));
    if (limit.aborted) return late();
    limit.addEventListener("abort", late, { once: true });
    work.then(resolve, reject).finally(() => limit.removeEventListener("abort", late));
  });
}

function reasonOf(error: unknown, limit: AbortSignal): ModelReason {
  if (error instanceof ModelRefused) return error.why;
  return limit.aborted ? "late" : "unreachable";
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown";
}
