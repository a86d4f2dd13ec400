import { randomUUID } from "node:crypto";
import type { ReceivedMail } from "./mail-server.js";

export interface Letter {
  readonly from: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly messageId?: string;
}

/** A mail as a mail program writes it. */
export function letter(of: Letter): string {
  const { from, to = "desk@example.com", subject = "Hello", text = "Hello.", headers = [], files = [] } = of;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: Mon, 03 Aug 2026 10:00:00 +0000`,
    `Message-ID: ${of.messageId ?? `<${randomUUID()}@mail.example>`}`,
    "MIME-Version: 1.0",
    ...headers,
  ];
  const words = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text];
  if (files.length === 0) return [...head, ...words, ""].join("\r\n");
  const parts = files.map(({ name, bytes }) =>
    [
      `Content-Type: application/octet-stream; name="${name}"`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment; filename="${name}"`,
      "",
      bytes.toString("base64"),
    ].join("\r\n"),
  );
  const whole = [words.join("\r\n"), ...parts].map((part) => `--part\r\n${part}`).join("\r\n");
  return [...head, 'Content-Type: multipart/mixed; boundary="part"', "", whole, "--part--", ""].join("\r\n");
}

/** What a mail program makes of "Reply" on an e-mail of the desk: its address, its names, and the e-mail quoted below. */
export function answerTo(
  mail: ReceivedMail | undefined,
  of: Omit<Letter, "to" | "subject"> & Partial<Letter>,
): string {
  if (mail === undefined) throw new Error("There is no e-mail to answer.");
  const id = mail.headers.get("message-id") ?? "";
  const replyTo = mail.headers.get("reply-to") ?? mail.headers.get("from") ?? "";
  const quoted = mail.text.split("\n").map((line) => `> ${line}`);
  return letter({
    to: replyTo,
    subject: `Re: ${mail.subject}`,
    ...of,
    text: [of.text ?? "Hello.", "", "On Mon, 3 Aug 2026 at 10:02, Deskhand wrote:", ...quoted].join("\n"),
    headers: [`In-Reply-To: ${id}`, `References: ${id}`, ...(of.headers ?? [])],
  });
}
