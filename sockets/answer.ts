import {
  AppError,
  busyBody,
  type ErrorBody,
  type Locale,
  type RequestName,
  readRequestId,
  type TellError,
  toLocale,
  type Trail,
} from "../contract/index.js";
import { type AskLog, ask, isRequestName } from "./ask.js";
import type { Caller, Handlers } from "./handler.js";
import { inTime } from "./in-time.js";

export interface AnswerOptions {
  readonly log: AskLog;
  readonly handlers: Handlers;
  /** Says a refusal in the language of who asked. */
  readonly tell: TellError;
  readonly trail: Trail;
  /** A name for a request whose client gave it none. */
  newRequestId(): string;
  /** Told how long each answer took, ms. */
  took(name: string, ms: number): void;
  /** Whether what failed is away just now, so that the same request may succeed in a moment. */
  isPassing(error: unknown): boolean;
  /** Whether this person may ask one thing more now. */
  admits(caller: Pick<Caller, "principal" | "address">, name: string): Promise<boolean>;
}

export interface Asked {
  readonly name: string;
  readonly payload: unknown;
  readonly caller: Caller;
  readonly locale: Locale;
  /** What the client sends beside the payload: the id by which it will know this request. */
  readonly note?: unknown;
}

/** What a client hears on a request: the answer, or the refusal in its language. */
export async function answerTo(asked: Asked, options: AnswerOptions): Promise<unknown> {
  const { trail, newRequestId } = options;
  const named = isRequestName(asked.name) ? asked.name : "unknown";
  return trail.follow(readRequestId(idIn(asked.note)) ?? newRequestId(), () =>
    trail.span(`socket ${named}`, {}, () => answer(asked, options)),
  );
}

function idIn(note: unknown): unknown {
  return typeof note === "object" && note !== null ? Reflect.get(note, "requestId") : undefined;
}

async function answer({ name, payload, caller, locale }: Asked, options: AnswerOptions): Promise<unknown> {
  const tell = (body: ErrorBody) => options.tell(body, locale);
  const refuse = (error: AppError) => ({ ok: false, error: tell(error.toBody()) });
  if (!isRequestName(name)) return refuse(new AppError("request/malformed", "There is no such request."));
  if (!(await options.admits(caller, name))) {
    return refuse(new AppError("request/too-many", "Too many at once; please wait a moment."));
  }
  const startedAt = performance.now();
  const asked = ask<RequestName>(name, payload, caller, options.handlers, {
    log: options.log,
    tell,
    requestId: options.trail.requestId() ?? options.newRequestId(),
    isPassing: options.isPassing,
  });
  const answered = await inTime<unknown>(asked, () => ({ ok: false, error: tell(busyBody()) }));
  options.took(name, performance.now() - startedAt);
  return answered;
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
