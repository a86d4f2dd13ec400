import { AppError } from "../../contract/index.js";
import type { Answer } from "../../http/route.js";

/** The codes of the protocol, as its published errors have them. */
export type RefusalCode =
  | "BadArgument"
  | "ConversationNotFound"
  | "Forbidden"
  | "MessageSizeTooBig"
  | "MissingProperty"
  | "ServiceUnavailable"
  | "TokenExpired"
  | "TooManyRequests";

/** A refusal in the words of Direct Line, which its clients know: 403 tells them that a token has ended. */
export class DirectLineRefusal extends Error {
  override readonly name = "DirectLineRefusal";
  readonly status: number;
  readonly code: RefusalCode;

  constructor(status: number, code: RefusalCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = () => new DirectLineRefusal(404, "ConversationNotFound", "Conversation not found");

/** Runs a handler and turns what it refuses into the shape of the protocol; faults stay the server's to tell. */
export async function inTheirWords(handle: () => Promise<Answer>): Promise<Answer> {
  try {
    return await handle();
  } catch (error) {
    const refusal = toRefusal(error);
    if (refusal === undefined) throw error;
    const { status, code, message } = refusal;
    return {
      status,
      ...(status === 429 ? { headers: { "Retry-After": "60" } } : {}),
      body: { error: { code, message } },
    };
  }
}

export function toRefusal(error: unknown): DirectLineRefusal | undefined {
  if (error instanceof DirectLineRefusal) return error;
  if (!(error instanceof AppError) || error.status >= 500) return undefined;
  switch (error.status) {
    case 404:
      return notFound();
    case 413:
      return new DirectLineRefusal(413, "MessageSizeTooBig", error.message);
    case 429:
      return new DirectLineRefusal(429, "TooManyRequests", error.message);
    case 403:
      return new DirectLineRefusal(403, "Forbidden", error.message);
    default:
      return new DirectLineRefusal(400, "BadArgument", error.message);
  }
}
