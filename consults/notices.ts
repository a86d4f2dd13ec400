import type { ConsultEvent, Locale } from "../contract/index.js";
import type { MessageDraft } from "../conversation/index.js";

type Tell = (name: string, time: string) => string;

/** The plain form; pages tell it in their reader's language. */
const texts: Readonly<Record<Locale, Readonly<Record<ConsultEvent, Tell>>>> = {
  en: {
    started: (name) => `${name} started the consult`,
    invited: (name) => `${name} was invited`,
    joined: (name) => `${name} joined`,
    left: (name) => `${name} left`,
    paused: (name, time) => `${name} paused Chat Time at ${time}`,
    resumed: (name, time) => `${name} resumed Chat Time at ${time}`,
    "time-set": (name, time) => `${name} set Chat Time to ${time}`,
    ended: (name, time) => `${name} ended the consult; Chat Time ${time}`,
    lost: (name, time) => `The consult ended because the line of ${name} was lost; Chat Time ${time}`,
  },
  es: {
    started: (name) => `${name} inició la consulta`,
    invited: (name) => `Se invitó a ${name}`,
    joined: (name) => `${name} se unió`,
    left: (name) => `${name} salió`,
    paused: (name, time) => `${name} pausó el tiempo en ${time}`,
    resumed: (name, time) => `${name} reanudó el tiempo en ${time}`,
    "time-set": (name, time) => `${name} fijó el tiempo en ${time}`,
    ended: (name, time) => `${name} terminó la consulta; tiempo ${time}`,
    lost: (name, time) => `La consulta terminó porque se perdió la conexión de ${name}; tiempo ${time}`,
  },
  pt: {
    started: (name) => `${name} iniciou a consulta`,
    invited: (name) => `${name} recebeu um convite`,
    joined: (name) => `${name} entrou`,
    left: (name) => `${name} saiu`,
    paused: (name, time) => `${name} pausou o tempo em ${time}`,
    resumed: (name, time) => `${name} retomou o tempo em ${time}`,
    "time-set": (name, time) => `${name} definiu o tempo em ${time}`,
    ended: (name, time) => `${name} encerrou a consulta; tempo ${time}`,
    lost: (name, time) => `A consulta foi encerrada porque a conexão de ${name} caiu; tempo ${time}`,
  },
};

export interface Told {
  readonly conversationId: string;
  readonly locale: Locale;
  readonly version: number;
  readonly event: ConsultEvent;
  readonly person: { readonly id: string; readonly name: string };
  readonly spentMs?: number | undefined;
  readonly ticketNumber?: string | undefined;
}

/** A line of the Dialog Box; once per version of the consult, event and person. */
export function noticeDraft(told: Told): MessageDraft {
  const { conversationId, event, person, spentMs, ticketNumber, version, locale } = told;
  return {
    conversationId,
    clientMessageId: `consult:${event}:${version}:${person.id}`,
    sender: { kind: "system", id: "system", name: "Deskhand" },
    text: texts[locale][event](person.name, toHours(spentMs ?? 0)),
    notice: {
      kind: "consult",
      event,
      accountId: person.id,
      name: person.name,
      ...(spentMs === undefined ? {} : { spentMs }),
      ...(ticketNumber === undefined ? {} : { ticketNumber }),
    },
  };
}

function toHours(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
