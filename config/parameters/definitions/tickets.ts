import type { ParameterDefinition } from "../definition.js";

/** What tickets opened by chat are stamped with, and who may open them. */
export const ticketParameters: readonly ParameterDefinition[] = [
  {
    number: 118,
    type: "id",
    refersTo: "contract",
    defaultValue: "",
    name: {
      en: "Default contract for opening tickets",
      es: "Contrato predeterminado para abrir tickets",
      pt: "Contrato padrão para abertura de tickets",
    },
    help: {
      en: "The contract written on tickets opened by portal and chat. Without it no ticket can be opened there.",
      es: "El contrato que llevan los tickets abiertos por el portal y el chat. Sin él no se puede abrir ninguno.",
      pt: "O contrato registrado nos tickets abertos pelo portal e pelo chat. Sem ele nenhum pode ser aberto.",
    },
  },
  {
    number: 293,
    type: "flag",
    defaultValue: "N",
    name: {
      en: "Portal: permission by user groups",
      es: "Portal: permiso por grupos de usuarios",
      pt: "Portal: permissão por grupos de usuários",
    },
    help: {
      en: "Y: a catalog, service or activity is seen only by the groups linked to it. N: everybody sees it.",
      es: "Y: un catálogo, servicio o actividad lo ven solo los grupos vinculados. N: lo ven todos.",
      pt: "Y: um catálogo, serviço ou atividade é visto só pelos grupos vinculados. N: todos veem.",
    },
  },
  {
    number: 315,
    type: "id",
    refersTo: "origin",
    defaultValue: "",
    name: {
      en: "Origin of tickets created by chat",
      es: "Origen de los tickets creados por el chat",
      pt: "Origem dos tickets criados pelo chat",
    },
    help: {
      en: "The origin written on every ticket the chat opens. Attendance cannot start without it.",
      es: "El origen que lleva cada ticket abierto por el chat. Sin él no puede empezar ninguna atención.",
      pt: "A origem registrada em cada ticket aberto pelo chat. Sem ela nenhum atendimento pode começar.",
    },
  },
  {
    number: 317,
    type: "id",
    refersTo: "activity",
    defaultValue: "",
    name: {
      en: "Activity of tickets created by chat",
      es: "Actividad de los tickets creados por el chat",
      pt: "Atividade dos tickets criados pelo chat",
    },
    help: {
      en: "The activity used when the requester chose none (direct attendance). Attendance cannot start without it.",
      es: "La actividad usada cuando el solicitante no eligió ninguna. Sin ella no puede empezar ninguna atención.",
      pt: "A atividade usada quando o solicitante não escolheu nenhuma. Sem ela nenhum atendimento pode começar.",
    },
  },
  {
    number: 388,
    type: "id",
    refersTo: "account",
    defaultValue: "",
    name: { en: "Default user", es: "Usuario predeterminado", pt: "Usuário padrão" },
    help: {
      en: "The pattern for people from outside who are not known: they get its groups and language at their first words.",
      es: "El modelo para personas externas desconocidas: reciben sus grupos y su idioma con sus primeras palabras.",
      pt: "O modelo para pessoas externas desconhecidas: recebem seus grupos e idioma nas primeiras palavras.",
    },
  },
  {
    number: 389,
    type: "id",
    refersTo: "group",
    defaultValue: "",
    name: { en: "Default group", es: "Grupo predeterminado", pt: "Grupo padrão" },
    help: {
      en: "The group that works on tickets whose activity names none.",
      es: "El grupo que atiende los tickets cuya actividad no indica ninguno.",
      pt: "O grupo que atende os tickets cuja atividade não indica nenhum.",
    },
  },
  {
    number: 390,
    type: "id",
    refersTo: "unit",
    defaultValue: "",
    name: { en: "Default unit", es: "Unidad predeterminada", pt: "Unidade padrão" },
    help: {
      en: "The unit given to people from outside at their first words; it stands as their department.",
      es: "La unidad asignada a las personas externas con sus primeras palabras; figura como su departamento.",
      pt: "A unidade atribuída às pessoas externas nas primeiras palavras; consta como o departamento delas.",
    },
  },
];
