import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { freePort } from "./ports.js";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Header lines, unfolded and decoded, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailServer {
  readonly url: string;
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** From now on every recipient is answered with this, or taken again when it is undefined. */
  answer(code: number | undefined): void;
  /** Resolves when this many have been received in all. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** A mail server of our own on a free port, or on a given one. */
export async function startMailServer(port?: number): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let code: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onRcptTo: (_address, _session, done) =>
      code === undefined ? done() : done(Object.assign(new Error("no"), { responseCode: code })),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push(readMail(to, Buffer.concat(parts).toString("utf8")));
        for (const look of waiting) look();
        done();
      });
    },
  });
  server.on("error", () => undefined);
  const socket = server.listen(port ?? (await freePort()), "127.0.0.1");
  await once(socket, "listening");
  const taken = (socket.address() as AddressInfo).port;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    received,
    answer: (next) => {
      code = next;
    },
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(to: readonly string[], raw: string): ReceivedMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get("content-type") ?? "")?.[1];
  const parts = (boundary === undefined ? [] : body.split(`--${boundary}`)).map((part) =>
    split(part.trimStart()),
  );
  const textOf = (type: string) => {
    const part = parts.find((one) => one.headers.get("content-type")?.startsWith(type));
    return part === undefined ? "" : decode(part.body, part.headers.get("content-transfer-encoding")).trim();
  };
  const subject = headers.get("subject") ?? "";
  return { to, headers, subject, text: textOf("text/plain"), html: textOf("text/html") };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const text = raw.replaceAll("\r\n", "\n");
  const end = text.indexOf("\n\n");
  const lines = text
    .slice(0, end)
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const headers = lines.map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), decodeWords(line.slice(at + 1).trim())] as const;
  });
  return { headers: new Map(headers), body: text.slice(end + 2) };
}

function decode(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? decodeQuoted(body.replaceAll("=\n", "")) : body;
}

function decodeWords(value: string): string {
  return value
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : decodeQuoted(word.replaceAll("_", " ")),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/((?:=[0-9A-F]{2})+)/gi, (run) =>
    Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"),
  );
  return bytes;
}
