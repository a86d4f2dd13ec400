import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** What every scanner calls harmful, by agreement; put together here, so that none finds it in this file. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export interface Scanner {
  readonly address: string;
  /** How many files it was asked about. */
  asked: number;
  /** Does it answer at all? */
  isAway: boolean;
  /** Answers this in place of a verdict. */
  says: string | undefined;
  close(): Promise<void>;
}

/** Speaks clamd's `INSTREAM` as its manual tells it, on a real socket: reads every part, then gives its verdict. */
export async function openScanner(): Promise<Scanner> {
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    line.on("error", () => undefined);
    line.once("close", () => lines.delete(line));
    if (scanner.isAway) return void line.destroy();
    let held = Buffer.alloc(0);
    line.on("data", (data) => {
      held = Buffer.concat([held, data]);
      const file = readStream(held);
      if (file === undefined) return;
      scanner.asked += 1;
      const verdict = file.includes(eicar) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
      line.end(`${scanner.says ?? verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const scanner: Scanner = {
    address: `tcp://127.0.0.1:${port}`,
    asked: 0,
    isAway: false,
    says: undefined,
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
  return scanner;
}

/** The file, once all of it has come; throws for what is no such stream. */
function readStream(bytes: Buffer): Buffer | undefined {
  const command = Buffer.from("zINSTREAM\0");
  if (bytes.length < command.length) return undefined;
  if (!bytes.subarray(0, command.length).equals(command)) throw new Error("This is no INSTREAM.");
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > bytes.length) return undefined;
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
