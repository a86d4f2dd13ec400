import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";

/** What a mail says, in characters that every store takes. */
export interface ParsedMail {
  /** In lower case; empty where the mail names nobody. */
  readonly sender: string;
  readonly senderName: string;
  /** Everybody it was sent or delivered to, in lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** With its angle brackets. */
  readonly messageId: string | undefined;
  /** The Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[];
  /** As plain text, with whatever it quotes. */
  readonly text: string;
  readonly files: readonly MailFile[];
  /** The first of each name, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** What mail servers found of its sender, the last one first. */
  readonly results: readonly string[];
}

export interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const nestingMax = 50;
const headersBytesMax = 256 * 1024;
const htmlCharsMax = 1024 * 1024;
const textCharsMax = 200_000;
const subjectCharsMax = 300;
const nameCharsMax = 120;
const answersMost = 50;
const resultsName = "authentication-results";
/** Smaller pictures inside a text are lines, logos and counters. */
const pictureBytesMin = 3 * 1024;

/** Reads a mail as it came; the only place that knows MIME. Throws for what no program can read. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const email = await PostalMime.parse(raw, {
    maxNestingDepth: nestingMax,
    maxHeadersSize: headersBytesMax,
    attachmentEncoding: "arraybuffer",
  });
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) {
    if (!headers.has(key.toLowerCase())) headers.set(key.toLowerCase(), clean(value));
  }
  const from = firstOf(email.from);
  const html = (email.html ?? "").slice(0, htmlCharsMax);
  return {
    sender: toAddress(from?.address),
    senderName: toLine(from?.name ?? "", nameCharsMax),
    recipients: recipientsOf(email, headers),
    subject: toLine(email.subject ?? "", subjectCharsMax),
    messageId: idsIn(email.messageId ?? "")[0],
    answers: [...idsIn(email.inReplyTo ?? ""), ...idsIn(email.references ?? "").reverse()].slice(
      0,
      answersMost,
    ),
    text: (await textOf(email, html)).slice(0, textCharsMax),
    files: email.attachments.filter((one) => isWorthKeeping(one, html)).map(toFile),
    headers,
    results: email.headers
      .filter(({ key }) => key.toLowerCase() === resultsName)
      .map(({ value }) => clean(value)),
  };
}

async function textOf({ text }: Email, html: string): Promise<string> {
  const plain = clean(text ?? "").trim();
  return plain !== "" || html === "" ? plain : clean(await htmlToText(html)).trim();
}

/** Quoted parts get the `>` they have in plain mails; targets of links are told where they differ from what is shown. */
async function htmlToText(html: string): Promise<string> {
  // Read when the first mail without plain text comes: it takes many megabytes.
  const { convert } = await import("html-to-text");
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: htmlCharsMax, maxDepth: 200, maxChildNodes: 5000 },
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: "img", format: "skip" },
      { selector: "style", format: "skip" },
      { selector: "script", format: "skip" },
      { selector: "table", options: { uppercaseHeaderCells: false } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

/** A picture that only the quoted part shows was in the e-mail that is answered. */
function isWorthKeeping({ contentId, related, disposition, content }: Attachment, html: string): boolean {
  const isShown = disposition === "inline" || (related === true && disposition !== "attachment");
  if (!isShown || contentId === undefined || html === "") return true;
  if (sizeOf(content) < pictureBytesMin) return false;
  const shownAt = html.indexOf(`cid:${contentId.replace(/^<|>$/g, "")}`);
  const quotedAt = html.search(/<blockquote|class="?gmail_quote|id="?divRplyFwdMsg|id="?appendonsend/i);
  return shownAt === -1 || quotedAt === -1 || shownAt < quotedAt;
}

function toFile({ filename, content, mimeType }: Attachment): MailFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  const kind =
    mimeType
      .split("/")
      .at(-1)
      ?.replace(/[^a-z0-9]/gi, "") ?? "bin";
  return { name: clean(filename ?? "") || `file.${kind}`, bytes };
}

function sizeOf(content: Attachment["content"]): number {
  return typeof content === "string" ? content.length : content.byteLength;
}

/** Gateways tell in these headers to which address a mail really came. */
const deliveredTo = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to"];

function recipientsOf(email: Email, headers: ReadonlyMap<string, string>): string[] {
  const named = [...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])].flatMap(flat);
  const traced = deliveredTo.flatMap((name) => headers.get(name)?.split(/[\s,<>]+/) ?? []);
  return [...new Set([...named.map(({ address }) => address), ...traced].map(toAddress))].filter(
    (one) => one !== "",
  );
}

function flat(address: Address): readonly { readonly name: string; readonly address?: string | undefined }[] {
  return "group" in address && address.group !== undefined ? address.group : [address];
}

function firstOf(address: Address | undefined) {
  return address === undefined ? undefined : flat(address)[0];
}

function toAddress(text: string | undefined): string {
  const address = clean(text ?? "")
    .trim()
    .toLowerCase();
  return /^[^\s<>@]{1,100}@[^\s<>@]{1,200}$/.test(address) ? address : "";
}

function idsIn(text: string): string[] {
  return [...clean(text).matchAll(/<[^<>\s]{1,300}>/g)].map(([id]) => id);
}

function toLine(text: string, maxChars: number): string {
  return clean(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, maxChars)
    .replace(/\p{Cs}/gu, "");
}

/** PostgreSQL stores every character but this one; half a character is none. */
function clean(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, "\ufffd");
}
