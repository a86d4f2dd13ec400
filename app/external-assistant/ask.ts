import { Readable } from "node:stream";

const timeoutMs = 5000;
const maxAnswerBytes = 256 * 1024;

/**
 * Sends JSON and reads JSON: within a time limit, without following redirects, and no more of the answer than a talk
 * can need. Throws whatever went wrong.
 */
export async function postJson(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  const text = response.body === null ? "" : await readBounded(response.body);
  if (!response.ok) throw new Error(`The external assistant answered ${response.status}.`);
  return text === "" ? undefined : JSON.parse(text);
}

async function readBounded(body: NonNullable<Response["body"]>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error("The external assistant's answer is too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
