import nodemailer from "nodemailer";
import { readSender } from "./read-sender.js";

export interface OutgoingMail {
  /** Stays the same over all tries, so that a mail server can tell a repeat. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where an answer goes, when not to the sender. */
  readonly replyTo?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references?: readonly string[] | undefined;
  /** It answers a mail; otherwise the desk writes of its own accord. */
  readonly isAnswer?: boolean | undefined;
}

export type SendResult =
  | { readonly status: "sent" }
  /** Worth another try: the server is away, busy or misconfigured. */
  | { readonly status: "again"; readonly reason: string }
  /** The server will never take it. */
  | { readonly status: "refused"; readonly reason: string };

export interface Smtp {
  /** The Message-ID under which an e-mail goes out. */
  nameOf(mailId: string): string;
  send(mail: OutgoingMail): Promise<SendResult>;
  close(): void;
}

const patienceMs = 8000;
const maxReasonChars = 300;

/** E-mail over SMTP; the only place that knows nodemailer. Nothing is connected before the first e-mail. */
export function createSmtp({ url, from }: { readonly url: string; readonly from: string }): Smtp {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    // What people write must never make this process read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { name, host } = readSender(from);
  const nameOf = (mailId: string) => `<${mailId}@${host}>`;
  return {
    nameOf,
    send: async ({ id, to, subject, text, html, replyTo, inReplyTo, references = [], isAnswer }) => {
      try {
        // As an object: an address that is written out as text could be read as several.
        const recipient = { name: "", address: to };
        await transport.sendMail({
          messageId: nameOf(id),
          from,
          to: recipient,
          ...(replyTo === undefined ? {} : { replyTo: { name, address: replyTo } }),
          ...(inReplyTo === undefined ? {} : { inReplyTo }),
          ...(references.length === 0 ? {} : { references: [...references] }),
          subject,
          text,
          html,
          // Nobody's holiday answer should come back (RFC 3834; the other one is Exchange's).
          headers: {
            "Auto-Submitted": isAnswer === true ? "auto-replied" : "auto-generated",
            "X-Auto-Response-Suppress": "All",
          },
        });
        return { status: "sent" };
      } catch (error) {
        return toFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

function toFailure(error: unknown): SendResult {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, maxReasonChars);
  const [code, response] = [part(error, "code"), part(error, "responseCode")];
  const isAboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const isForGood = typeof response !== "number" || response >= 500;
  return { status: isAboutThisMail && isForGood ? "refused" : "again", reason };
}

function part(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
