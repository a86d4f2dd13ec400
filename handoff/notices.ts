import type { Locale, Notice } from "../contract/index.js";
import type { MessageDraft } from "../conversation/index.js";
import type { AttendanceRecord } from "./record.js";

type NoticeKind = Extract<Notice["kind"], `attendance-${string}`>;

/** The plain form, for channels that cannot show a notice in their own way. `{name}` is the person it is about. */
const texts: Readonly<Record<NoticeKind, Readonly<Record<Locale, string>>>> = {
  "attendance-waiting": {
    en: "You are in the queue. An attendant will be with you soon.",
    es: "Está en la cola. Un agente le atenderá pronto.",
    pt: "Você está na fila. Um atendente falará com você em breve.",
  },
  "attendance-accepted": {
    en: "{name} is now talking with you.",
    es: "{name} ahora le atiende.",
    pt: "{name} agora atende você.",
  },
  "attendance-transferred": {
    en: "The conversation was passed on to {name}.",
    es: "La conversación se transfirió a {name}.",
    pt: "A conversa foi transferida para {name}.",
  },
  "attendance-handed-back": {
    en: "{name} handed the conversation back to the assistant.",
    es: "{name} devolvió la conversación al asistente virtual.",
    pt: "{name} devolveu a conversa ao assistente virtual.",
  },
  "attendance-cancelled": {
    en: "The attendance was cancelled.",
    es: "La atención fue cancelada.",
    pt: "O atendimento foi cancelado.",
  },
  "attendance-ended": {
    en: "{name} ended the attendance.",
    es: "{name} terminó la atención.",
    pt: "{name} encerrou o atendimento.",
  },
  "attendance-timed-out": {
    en: "Nobody was free in time. The assistant is with you again.",
    es: "Nadie quedó libre a tiempo. El asistente virtual vuelve a atenderle.",
    pt: "Ninguém ficou livre a tempo. O assistente virtual voltou a atender você.",
  },
  "attendance-resumed": {
    en: "The attendance goes on.",
    es: "La atención continúa.",
    pt: "O atendimento continua.",
  },
  "attendance-merged": {
    en: "You had two attendances; this one goes on in your other conversation.",
    es: "Tenía dos atenciones; esta continúa en su otra conversación.",
    pt: "Você tinha dois atendimentos; este continua na sua outra conversa.",
  },
  "attendance-reclaimed": {
    en: "{name} did not answer in time. You are back in the queue, at your old place.",
    es: "{name} no respondió a tiempo. Usted vuelve a la cola, en su lugar anterior.",
    pt: "{name} não respondeu a tempo. Você voltou à fila, no seu lugar anterior.",
  },
  "attendance-joined": {
    en: "Your other attendance goes on here.",
    es: "Su otra atención continúa aquí.",
    pt: "Seu outro atendimento continua aqui.",
  },
};

/** What the assistant offers to one whom nobody has served: to wait on in the old place, or to leave it to the ticket. */
export function timedOutDraft({ row }: AttendanceRecord, locale: Locale, epoch: number): MessageDraft {
  const said = timedOut[locale];
  return {
    conversationId: row.conversation_id,
    clientMessageId: `attendance-timed-out-offer:${row.id}`,
    sender: { kind: "assistant", id: "assistant", name: "Deskhand" },
    text: said.text,
    epoch,
    actions: [{ title: said.resume, value: { kind: "resume-attendance" } }],
  };
}

const timedOut: Readonly<Record<Locale, { readonly text: string; readonly resume: string }>> = {
  en: {
    text: "I am sorry that nobody could answer yet. Your request is registered, and your place in the queue is kept: you can go on waiting, or tell me more here.",
    resume: "Resume attendance",
  },
  es: {
    text: "Lamento que nadie haya podido atenderle todavía. Su solicitud está registrada y conserva su lugar en la cola: puede seguir esperando o contarme más aquí.",
    resume: "Retomar atención",
  },
  pt: {
    text: "Lamento que ninguém tenha podido atender você ainda. Sua solicitação está registrada e seu lugar na fila está guardado: você pode continuar esperando ou me contar mais aqui.",
    resume: "Retomar atendimento",
  },
};

/** The line of the system that tells a change of an attendance to both sides; once per version of it. */
export function noticeDraft(
  { row }: AttendanceRecord,
  locale: Locale,
  notice: Notice & { readonly kind: NoticeKind },
): MessageDraft {
  const said = texts[notice.kind][locale].replace("{name}", () => notice.name ?? "");
  // A ticket's number is told in every form of the notice (S2-34).
  const text = notice.ticketNumber === undefined ? said : `Ticket ${notice.ticketNumber}. ${said}`;
  return {
    conversationId: row.conversation_id,
    clientMessageId: `${notice.kind}:${row.id}:${row.version}`,
    sender: { kind: "system", id: "system", name: "Deskhand" },
    text: notice.reason === undefined ? text : `${text} (${notice.reason})`,
    notice,
  };
}
export type { NoticeKind };
