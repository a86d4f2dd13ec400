import type { Locale, TicketState } from "../contract/index.js";
import type { Elsewhere } from "./events.js";

interface TimelineTexts {
  readonly states: Readonly<Record<TicketState, string>>;
  readonly waiting: string;
  readonly assigned: (name: string) => string;
  readonly unassigned: string;
  readonly group: (name: string) => string;
  readonly overflowed: (name: string) => string;
  readonly accepted: (name: string) => string;
  readonly ended: string;
  readonly memo: (names: string, hours: string) => string;
  readonly abandoned: string;
  readonly elsewhere: (news: Elsewhere) => string;
  readonly edited: (what: string, value: string) => string;
  /** What can be edited, and the words of its values. */
  readonly edits: Readonly<Record<string, string>>;
}

/** The desk's own sentences in a ticket's timeline. */
export const timelineTexts: Readonly<Record<Locale, TimelineTexts>> = {
  en: {
    states: {
      open: "Open",
      "in-progress": "In progress",
      dispatched: "Dispatched",
      "pending-customer": "Waiting for the requester",
      "pending-approval": "Waiting for approval",
      resolved: "Resolved",
      closed: "Closed",
      canceled: "Canceled",
    },
    waiting: "Waiting for an attendant",
    assigned: (name) => `Assigned to ${name}`,
    unassigned: "No longer assigned to anybody",
    group: (name) => `Handed to ${name}`,
    overflowed: (name) => `Waited too long: ${name} is asked too`,
    accepted: (name) => `${name} accepted the attendance`,
    ended: "The attendance ended",
    memo: (names, hours) => `Consult of ${names}, ${hours} h`,
    abandoned: "The requester stopped waiting",
    elsewhere: ({ what, desk, value }) => {
      if (what === "linked") return `Is also at ${desk}, under number ${value}`;
      return value === "" ? `At ${desk} nobody has it now` : `At ${desk} ${value} has it now`;
    },
    edited: (what, value) => (value === "" ? `${what} changed` : `${what}: ${value}`),
    edits: {
      priority: "Priority",
      impact: "Impact",
      urgency: "Urgency",
      description: "Description",
      fields: "Details",
      owner: "Owner",
      expert: "Expert",
      critical: "critical",
      high: "high",
      medium: "medium",
      low: "low",
    },
  },
  es: {
    states: {
      open: "Abierto",
      "in-progress": "En curso",
      dispatched: "Despachado",
      "pending-customer": "A la espera del solicitante",
      "pending-approval": "A la espera de aprobación",
      resolved: "Resuelto",
      closed: "Cerrado",
      canceled: "Cancelado",
    },
    waiting: "Esperando a un asistente",
    assigned: (name) => `Asignado a ${name}`,
    unassigned: "Ya no está asignado a nadie",
    group: (name) => `Pasado a ${name}`,
    overflowed: (name) => `Esperó demasiado: también se pregunta a ${name}`,
    accepted: (name) => `${name} aceptó la atención`,
    ended: "La atención terminó",
    memo: (names, hours) => `Consulta de ${names}, ${hours} h`,
    abandoned: "El solicitante dejó de esperar",
    elsewhere: ({ what, desk, value }) => {
      if (what === "linked") return `También está en ${desk}, con el número ${value}`;
      return value === "" ? `En ${desk} ahora no lo tiene nadie` : `En ${desk} ahora lo tiene ${value}`;
    },
    edited: (what, value) => (value === "" ? `${what}: modificado` : `${what}: ${value}`),
    edits: {
      priority: "Prioridad",
      impact: "Impacto",
      urgency: "Urgencia",
      description: "Descripción",
      fields: "Detalles",
      owner: "Responsable",
      expert: "Experto",
      critical: "crítica",
      high: "alta",
      medium: "media",
      low: "baja",
    },
  },
  pt: {
    states: {
      open: "Aberto",
      "in-progress": "Em andamento",
      dispatched: "Despachado",
      "pending-customer": "Aguardando o solicitante",
      "pending-approval": "Aguardando aprovação",
      resolved: "Resolvido",
      closed: "Fechado",
      canceled: "Cancelado",
    },
    waiting: "Aguardando um atendente",
    assigned: (name) => `Atribuído a ${name}`,
    unassigned: "Não está mais atribuído a ninguém",
    group: (name) => `Passado para ${name}`,
    overflowed: (name) => `Esperou demais: ${name} também é consultado`,
    accepted: (name) => `${name} aceitou o atendimento`,
    ended: "O atendimento terminou",
    memo: (names, hours) => `Consulta de ${names}, ${hours} h`,
    abandoned: "O solicitante deixou de esperar",
    elsewhere: ({ what, desk, value }) => {
      if (what === "linked") return `Também está em ${desk}, com o número ${value}`;
      return value === "" ? `Em ${desk} não está mais com ninguém` : `Em ${desk} está agora com ${value}`;
    },
    edited: (what, value) => (value === "" ? `${what}: alterado` : `${what}: ${value}`),
    edits: {
      priority: "Prioridade",
      impact: "Impacto",
      urgency: "Urgência",
      description: "Descrição",
      fields: "Detalhes",
      owner: "Responsável",
      expert: "Especialista",
      critical: "crítica",
      high: "alta",
      medium: "média",
      low: "baixa",
    },
  },
};

/** What a state is called. */
export function stateName(state: TicketState, locale: Locale): string {
  return timelineTexts[locale].states[state];
}
