import { AppError, type ErrorBody, type Locale, type TellError, toLocale } from "../contract/index.js";
import { type AskLog, ask, isRequestName } from "./ask.js";
import type { Caller, Handlers } from "./handler.js";

export interface AnswerOptions {
  readonly log: AskLog;
  readonly handlers: Handlers;
  /** Says a refusal in the language of who asked. */
  readonly tell: TellError;
  /** Told how long each answer took, ms. */
  took(name: string, ms: number): void;
  /** Whether this person may ask one thing more now. */
  admits(caller: Pick<Caller, "principal" | "address">, name: string): Promise<boolean>;
}

export interface Asked {
  readonly name: string;
  readonly payload: unknown;
  readonly caller: Caller;
  readonly locale: Locale;
}

/** What a client hears on a request: the answer, or the refusal in its language. */
export async function answerTo(
  { name, payload, caller, locale }: Asked,
  options: AnswerOptions,
): Promise<unknown> {
  const tell = (body: ErrorBody) => options.tell(body, locale);
  const refuse = (error: AppError) => ({ ok: false, error: tell(error.toBody()) });
  if (!isRequestName(name)) return refuse(new AppError("request/malformed", "There is no such request."));
  if (!(await options.admits(caller, name))) {
    return refuse(new AppError("request/too-many", "Too many at once; please wait a moment."));
  }
  const startedAt = performance.now();
  const answer = await ask(name, payload, caller, options.handlers, { log: options.log, tell });
  options.took(name, performance.now() - startedAt);
  return answer;
}

/** The language a page has chosen, or else the browser's. */
export function localeOf(handshake: {
  readonly auth: Readonly<Record<string, unknown>>;
  readonly headers: { readonly "accept-language"?: string | undefined };
}): Locale {
  const { locale } = handshake.auth;
  const chosen = typeof locale === "string" ? toLocale(locale) : undefined;
  return chosen ?? toLocale(handshake.headers["accept-language"]) ?? "en";
}
