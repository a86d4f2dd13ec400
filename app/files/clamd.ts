import { connect, type Socket } from "node:net";
import type { ScanFile } from "../../conversation/index.js";

/** From the first byte to the answer; a scanner unpacks what it looks at. */
const withinMs = 60_000;
const answerMost = 4096;

export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * Asks clamd (`INSTREAM`) about a file, part by part. Of what it finds its name is told; whoever does not answer, or
 * answers something else, is away, and so is one that takes no file of this size.
 */
export function createClamd(address: ScannerAddress, timeoutMs = withinMs): ScanFile {
  return async (parts) => {
    const line = connect(address);
    line.setTimeout(timeoutMs, () => line.destroy(new Error("The scanner does not answer.")));
    try {
      const heard = hear(line);
      // What fails while it is sent is told by the answer that does not come.
      const sent = send(line, parts).catch((error: unknown) => line.destroy(toError(error)));
      const answer = await heard;
      await sent;
      return judge(answer);
    } finally {
      line.destroy();
    }
  };
}

async function send(line: Socket, parts: AsyncIterable<Uint8Array>): Promise<void> {
  await write(line, Buffer.from("zINSTREAM\0"));
  for await (const part of parts) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    await write(line, Buffer.concat([length, part]));
  }
  await write(line, Buffer.alloc(4));
}

function write(line: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (line.destroyed) return resolve();
    line.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function hear(line: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    line.on("data", (data) => {
      answer = (answer + data.toString("latin1")).slice(0, answerMost);
      if (answer.includes("\0")) resolve(answer.slice(0, answer.indexOf("\0")));
    });
    line.once("error", reject);
    line.once("close", () => reject(new Error("The scanner hung up.")));
  });
}

function judge(answer: string): Awaited<ReturnType<ScanFile>> {
  if (/: OK$/.test(answer)) return { verdict: "clean" };
  const found = /: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { verdict: "harmful", name: found };
  throw new Error(`The scanner answered: ${answer.slice(0, 200)}`);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
