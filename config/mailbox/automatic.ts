import type { ArrivalReason } from "../../contract/index.js";
import type { ParsedMail } from "./parse-mail.js";

type Letter = Pick<ParsedMail, "headers" | "sender">;

const bulk = ["bulk", "list", "junk"];
const daemons = /^(?:mailer-daemon|postmaster|mail-daemon)@/;
const noReply = /^(?:no-?reply|do-?not-?reply|noreply[._-][^@]*|bounces?(?:[+._-][^@]*)?)@/;

/**
 * Why nobody wrote this mail by hand: a mail that came back, an automatic answer, a mailing list (RFC 3834, RFC 2369).
 * Nothing when a person wrote it.
 */
export function automaticReason({
  headers,
  sender,
}: Letter): Extract<ArrivalReason, "returned" | "automatic" | "list"> | undefined {
  const type = headers.get("content-type")?.toLowerCase() ?? "";
  const isReport = type.startsWith("multipart/report") && !type.includes("disposition-notification");
  if (
    isReport ||
    daemons.test(sender) ||
    headers.get("return-path")?.trim() === "<>" ||
    headers.has("x-failed-recipients")
  )
    return "returned";
  const submitted = headers.get("auto-submitted")?.trim().toLowerCase() ?? "no";
  const precedence = headers.get("precedence")?.trim().toLowerCase() ?? "";
  if (type.includes("disposition-notification") || precedence === "auto_reply") return "automatic";
  if (!submitted.startsWith("no") || headers.has("x-autoreply") || headers.has("x-autorespond"))
    return "automatic";
  if (bulk.includes(precedence) || headers.has("list-id") || headers.has("list-post")) return "list";
  return undefined;
}

/** Whether the desk may answer by itself: never what asks for silence, and nobody who reads no answer. */
export function mayAnswer(mail: Letter): boolean {
  const suppressed = mail.headers.get("x-auto-response-suppress")?.toLowerCase() ?? "";
  if (/\b(?:all|autoreply|oof)\b/.test(suppressed)) return false;
  return mail.sender !== "" && !noReply.test(mail.sender) && automaticReason(mail) === undefined;
}
