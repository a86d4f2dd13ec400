import type { Locale } from "../../../contract/locale.js";
import type { CannedReply } from "../../../contract/team/canned-reply.js";

export interface ReplyContext {
  readonly requesterName: string;
  readonly agentName: string;
  readonly ticketNumber: string | undefined;
  /** The language of the talk. */
  readonly locale: Locale;
  readonly now: number;
}

/** The reply in the language of the talk, with what is known in the place of `{…}`; it is edited before it is sent. */
export function fillReply({ texts }: Pick<CannedReply, "texts">, context: ReplyContext): string {
  const words = texts[context.locale].trim() || texts.en.trim() || texts.es.trim() || texts.pt.trim();
  const moment = new Date(context.now);
  const values: Readonly<Record<string, string>> = {
    requester: context.requesterName.trim().split(/\s+/)[0] ?? "",
    requesterFull: context.requesterName,
    agent: context.agentName,
    ticket: context.ticketNumber ?? "",
    date: moment.toLocaleDateString(context.locale, { dateStyle: "long" }),
    time: moment.toLocaleTimeString(context.locale, { timeStyle: "short" }),
  };
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
