import { findTime } from "./language/clock-time.js";
import { findSince } from "./language/topic.js";
import { fold, maxCharsConsidered } from "./language/words.js";

export interface Entities {
  /** In capitals, without "#" and spaces: "INC-1042", "1042". */
  readonly ticketNumber?: string;
  readonly email?: string;
  readonly number?: number;
  /** As written, folded: "tomorrow", "12/03/2026", "proxima segunda". */
  readonly date?: string;
  /** The time of day as `HH:MM`: "às 10h", "3 pm", "a las 4 de la tarde". */
  readonly time?: string;
  /** As written: "since this morning", "desde ayer". */
  readonly since?: string;
}

const emailPattern = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u;
const prefixedTicketPattern = /\b([a-z]{2,5})[-\s]?0*(\d{3,12})\b/giu;
const hashTicketPattern = /(?:#|\bn[º°o.]{1,2} ?)(\d{1,12})\b/iu;
const namedTicketPattern =
  /\b(?:ticket|tickets|chamado|chamados|caso|casos|case|solicitud|solicitacao|pedido|incidente|incident|request|protocolo|folio)\s(?:\p{L}{1,10}\s){0,3}?(\d{1,12})\b/iu;
const bareTicketPattern = /^\W{0,4}(\d{4,12})\W{0,4}$/u;
const ticketPrefixes = new Set(["inc", "req", "tk", "tkt", "sd", "dh", "cs", "ritm", "chg", "sr", "ir", "t"]);
const numberPattern = /(?<![\w.,/-])\d{1,9}(?:[.,]\d{1,4})?(?![\w/-])/u;
const datePatterns = [
  /\b\d{4}-\d{2}-\d{2}\b/u,
  /\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/u,
  /\b\d{1,2} (?:de |of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)(?: (?:de |of )?\d{4})?\b/u,
  /\b(?:day after tomorrow|today|tomorrow|yesterday|tonight|pasado manana|depois de amanha|anteayer|anteontem|hoy|ayer|hoje|amanha|ontem)\b/u,
  /\b(?:(?:next|last|this|on|proxim[oa]|este|esta|el|na|no|pasado|passad[oa]) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda-feira|terca-feira|quarta-feira|quinta-feira|sexta-feira|(?<=(?:proxim[oa]|na|esta) )(?:segunda|terca|quarta|quinta|sexta))\b/u,
  /\b(?:next|last|this) (?:week|month|year)\b|\b(?:la|el|a|o) (?:proxim[oa]|pasad[oa]) (?:semana|mes|ano)\b|\b(?:semana|mes|ano) que v(?:iene|em)\b|\b(?:proxima|proximo|esta|este) (?:semana|mes|ano)\b/u,
  /(?<!\b(?:la|esta|de) )\bmanana\b/u,
];

/** What can be lifted from a sentence without asking: at most one of each kind, the first that stands there. */
export function findEntities(text: string): Entities {
  const considered = text.slice(0, maxCharsConsidered);
  const email = considered.match(emailPattern)?.[0];
  const rest = email === undefined ? considered : considered.replace(email, " ");
  const folded = fold(rest);
  return {
    ...definedOnly("email", email?.toLowerCase()),
    ...definedOnly("ticketNumber", findTicketNumber(folded)),
    ...definedOnly("number", findNumber(folded)),
    ...definedOnly("date", findDate(folded)),
    ...definedOnly("time", findTime(folded)),
    ...definedOnly("since", findSince(rest)),
  };
}

function definedOnly<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : { [name]: value };
}

function findTicketNumber(folded: string): string | undefined {
  for (const [written, prefix = ""] of folded.matchAll(prefixedTicketPattern)) {
    if (ticketPrefixes.has(prefix)) {
      return written.replace(/\s/gu, "").toUpperCase();
    }
  }
  const match =
    folded.match(hashTicketPattern) ?? folded.match(namedTicketPattern) ?? folded.match(bareTicketPattern);
  return match?.[1];
}

function findNumber(folded: string): number | undefined {
  const written = folded.match(numberPattern)?.[0];
  return written === undefined ? undefined : Number(written.replace(",", "."));
}

function findDate(folded: string): string | undefined {
  for (const pattern of datePatterns) {
    const written = folded.match(pattern)?.[0];
    if (written !== undefined) {
      return written.trim();
    }
  }
  return undefined;
}
