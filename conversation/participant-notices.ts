import type { Locale, Notice } from "../contract/index.js";
import { newId } from "../store/index.js";
import type { MessageDraft } from "./draft.js";

type ParticipantNotice = Extract<Notice["kind"], `participant-${string}`>;

/** The plain form, for channels that cannot show a notice in their own way. */
const texts: Readonly<Record<ParticipantNotice, Readonly<Record<Locale, string>>>> = {
  "participant-added": {
    en: "{name} has joined the conversation.",
    es: "{name} se unió a la conversación.",
    pt: "{name} entrou na conversa.",
  },
  "participant-removed": {
    en: "{name} is no longer in the conversation.",
    es: "{name} ya no participa en la conversación.",
    pt: "{name} não participa mais da conversa.",
  },
  "participant-left": {
    en: "{name} has left the conversation.",
    es: "{name} salió de la conversación.",
    pt: "{name} saiu da conversa.",
  },
};

/** The line of the system that tells everybody who came or went (S1-29, S1-30). */
export function participantNotice(
  conversationId: string,
  locale: Locale,
  notice: Notice & { readonly kind: ParticipantNotice },
): MessageDraft {
  const { kind } = notice;
  return {
    conversationId,
    clientMessageId: `${kind}:${newId()}`,
    sender: { kind: "system", id: "system", name: "Deskhand" },
    text: texts[kind][locale].replace("{name}", () => notice.name ?? ""),
    notice,
  };
}
