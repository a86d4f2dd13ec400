import { answerLines } from "../mail/replies.js";

/** Longer lines are no headings of a quotation; it also bounds what the patterns look at. */
const lineCharsMax = 300;
/** A heading of a quotation is broken over so many lines at most. */
const headingLinesMax = 4;
/** Of headings that are answered line by line; keeps the time linear whatever somebody sends. */
const headingsMost = 10;

const markers = Object.values(answerLines).map((line) => line.replaceAll("#", "").trim());

/** "On Monday, Bruno wrote:" in the languages of the desk and of its neighbours. */
const attributions = [
  /^On\b.+\bwrote:$/i,
  /^El\b.+\bescribi[óo]:$/i,
  /^Em\b.+\bescreveu:$/i,
  /^Le\b.+\ba écrit\s?:$/i,
  /^Am\b.+\bschrieb\b.*:$/i,
  /^Il\b.+\bha scritto:$/i,
  // Gmail in some languages puts the address first.
  /^.{0,200}<[^<>\s]{1,100}@[^<>\s]{1,200}>\s*(?:wrote|escribi[óo]|escreveu|schrieb|a écrit|ha scritto)\b.{0,60}:$/i,
];
const dividers =
  /^-{2,}\s*(?:Original Message|Mensaje original|Mensagem original|Message d'origine|Ursprüngliche Nachricht|Forwarded message|Mensaje reenviado|Mensagem encaminhada)\s*-{2,}$/i;
const headFrom = /^\*?(?:From|De|Von|Da)\s?:\*?\s*\S/i;
const headMore =
  /^\*?(?:Sent|Date|To|Enviado(?: el)?|Enviada(?: em)?|Fecha|Data|Para|Gesendet|An|Envoyé|À)\s?:/i;
const phoneSignature =
  /^(?:Sent from my |Sent from Mail|Get Outlook for |Enviado desde mi |Enviado desde Correo|Obtener Outlook|Enviado do meu |Enviado do Correio|Enviado a partir do |Obter o Outlook|Baixar o Outlook)/i;

/**
 * What somebody wrote themselves in an answer: without the e-mail it answers and without their signature. Where they
 * wrote between quoted lines those stay, because nothing makes sense without them. Runs in linear time.
 */
export function cutReply(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const { own, rest } = cutQuotation(lines);
  const reply = tidy(cutSignature(own));
  if (reply !== "") return reply;
  // Whoever writes below a quotation has written all the same. Where quoted lines bear no sign nobody can tell.
  if (!rest.some(isQuoted)) return "";
  return tidy(cutSignature(rest.filter((line) => !isQuoted(line) && !isMarker(line))));
}

interface Cut {
  readonly own: readonly string[];
  /** What stands below the heading of the quotation. */
  readonly rest: readonly string[];
}

function cutQuotation(lines: readonly string[]): Cut {
  const marker = lines.findIndex(isMarker);
  const before = marker === -1 ? lines : beforeMarker(lines, marker);
  let headings = 0;
  for (let at = 0; at < before.length && headings < headingsMost; at += 1) {
    const length = headingAt(lines, at);
    if (length === 0) continue;
    headings += 1;
    const answered = howAnswered(before.slice(at + length));
    if (answered === "between") continue;
    const below = answered === "above" ? [] : answered;
    return { own: [...before.slice(0, at), ...below], rest: lines.slice(at + length) };
  }
  return { own: cutQuotedEnd(before), rest: lines };
}

/** What stands above the desk's own line, without the heading that a mail program in any language puts over it. */
function beforeMarker(lines: readonly string[], marker: number): readonly string[] {
  const before = lines.slice(0, marker);
  const last = before.findLastIndex((line) => line !== "" && !/^[>\s]+$/.test(line));
  const isHeading = isQuoted(lines[marker] ?? "") && (before[last] ?? "").endsWith(":");
  return isHeading ? before.slice(0, last) : before;
}

/** How many lines the heading of a quotation takes that begins here; 0 where none does. */
function headingAt(lines: readonly string[], at: number): number {
  const first = plain(lines[at]);
  if (first === "" || first.length > lineCharsMax) return 0;
  if (dividers.test(first)) return 1;
  if (headFrom.test(first) || /^_{10,}$/.test(first)) {
    const next = lines.slice(at + 1, at + 1 + headingLinesMax).map(plain);
    return next.some((line) => line.length <= lineCharsMax && headMore.test(line)) ? 1 : 0;
  }
  let joined = "";
  for (let length = 1; length <= headingLinesMax; length += 1) {
    const line = plain(lines[at + length - 1]);
    if (line === "") return 0;
    joined = joined === "" ? line : `${joined} ${line}`;
    if (joined.length > lineCharsMax) return 0;
    if (!joined.endsWith(":") || !attributions.some((pattern) => pattern.test(joined))) continue;
    // "On Monday I wrote:" may be anybody's own words; a date, an address or a quotation below tells.
    const next = lines.slice(at + length).find((one) => one !== "") ?? "";
    if (/[@\d]/.test(joined) || isQuoted(next)) return length;
  }
  return 0;
}

function plain(line: string | undefined): string {
  return (line ?? "").replace(/^[>\s]+/, "").trim();
}

/** Where somebody wrote in relation to what they quote; their lines, where all of them stand below it. */
function howAnswered(lines: readonly string[]): "above" | "between" | readonly string[] {
  const first = lines.findIndex(isQuoted);
  if (first === -1) return "above";
  const after = cutQuotedEnd(cutSignature(lines)).slice(first);
  const isOwn = (line: string) => line !== "" && !isQuoted(line);
  if (!after.some(isOwn)) return "above";
  const below = after.slice(after.findLastIndex(isQuoted) + 1);
  return after.filter(isOwn).length === below.filter(isOwn).length ? below : "between";
}

function cutQuotedEnd(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] === "" || isQuoted(lines[end - 1] ?? ""))) end -= 1;
  return lines.slice(0, end);
}

function cutSignature(lines: readonly string[]): readonly string[] {
  const dashes = lines.findIndex((line) => line === "--" || line === "—");
  const cut = dashes === -1 ? lines : lines.slice(0, dashes);
  const phone = cut.findLastIndex((line) => line !== "");
  return phone >= 0 && phoneSignature.test(cut[phone] ?? "") ? cut.slice(0, phone) : cut;
}

function isQuoted(line: string): boolean {
  return line.startsWith(">");
}

function isMarker(line: string): boolean {
  return line.length <= lineCharsMax && markers.some((marker) => line.includes(marker));
}

function tidy(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
