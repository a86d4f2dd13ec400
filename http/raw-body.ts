import type { IncomingMessage } from "node:http";
import { AppError } from "../contract/index.js";

/** What is still on its way when the answer is known is thrown away for so long; then the line is cut. */
const drainMs = 5000;

/** The body as it comes. A handler that stops reading leaves the line whole, so that its refusal can be heard. */
export async function* rawBody(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk;
  } catch (cause) {
    throw new AppError("request/malformed", "The body of this request was cut off.", { cause });
  }
}

/** Reads what nobody wants any more: a peer that is still sending hears the answer only afterwards. */
export function drain(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  const hurry = setTimeout(() => request.destroy(), drainMs);
  hurry.unref();
  request.once("close", () => clearTimeout(hurry));
  request.resume();
}
