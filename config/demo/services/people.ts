import { askChoice, askDate, askText } from "../fields.js";
import { generalHelpId } from "../parameters.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

const person = askText(
  {
    name: "person",
    label: { en: "Person", es: "Persona", pt: "Pessoa" },
    ask: {
      en: "What is the person's full name?",
      es: "¿Cuál es el nombre completo de la persona?",
      pt: "Qual é o nome completo da pessoa?",
    },
  },
  150,
);

export const peopleService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000609",
  name: { en: "People and general help", es: "Personas y ayuda general", pt: "Pessoas e ajuda geral" },
  description: {
    en: "New and leaving colleagues, and everything else",
    es: "Altas y bajas de personal, y todo lo demás",
    pt: "Entrada e saída de colegas, e todo o resto",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000724",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: { en: "New colleague", es: "Alta de personal", pt: "Novo colega" },
      description: {
        en: "Account, computer and access for somebody who starts",
        es: "Cuenta, equipo y accesos para alguien que empieza",
        pt: "Conta, computador e acessos para quem está começando",
      },
      fields: [
        person,
        askDate({
          name: "firstDay",
          label: { en: "First day", es: "Primer día", pt: "Primeiro dia" },
          ask: {
            en: "What is the first day of work?",
            es: "¿Cuál es el primer día de trabajo?",
            pt: "Qual é o primeiro dia de trabalho?",
          },
        }),
        askChoice(
          {
            name: "computer",
            label: { en: "Computer", es: "Equipo", pt: "Computador" },
            ask: {
              en: "Is a computer needed?",
              es: "¿Se necesita un equipo?",
              pt: "É preciso um computador?",
            },
          },
          [
            { value: "yes", label: { en: "Yes", es: "Sí", pt: "Sim" } },
            { value: "no", label: { en: "No", es: "No", pt: "Não" } },
          ],
        ),
      ],
      samples: {
        en: [
          "a new employee starts on Monday",
          "create accounts for a new hire",
          "onboarding of a colleague",
          "someone joins my team next month",
          "prepare everything for a trainee",
          "we hired a new person, what do I need to ask for",
          "set up a new starter",
        ],
        es: [
          "un empleado nuevo empieza el lunes",
          "crear cuentas para una nueva incorporación",
          "alta de un compañero",
          "alguien se une a mi equipo el próximo mes",
          "preparar todo para un becario",
          "contratamos a una persona, ¿qué debo pedir?",
          "ingreso de un nuevo colaborador",
        ],
        pt: [
          "um funcionário novo começa na segunda",
          "criar contas para um novo contratado",
          "integração de um colega",
          "alguém entra na minha equipe no mês que vem",
          "preparar tudo para um estagiário",
          "contratamos uma pessoa, o que preciso pedir?",
          "admissão de um novo colaborador",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000725",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: { en: "Leaving colleague", es: "Baja de personal", pt: "Desligamento de colega" },
      description: {
        en: "Close accounts and collect devices of somebody who leaves",
        es: "Cerrar cuentas y recoger equipos de alguien que se va",
        pt: "Encerrar contas e recolher equipamentos de quem está saindo",
      },
      fields: [
        person,
        askDate({
          name: "lastDay",
          label: { en: "Last day", es: "Último día", pt: "Último dia" },
          ask: {
            en: "What is the last day of work?",
            es: "¿Cuál es el último día de trabajo?",
            pt: "Qual é o último dia de trabalho?",
          },
        }),
      ],
      samples: {
        en: [
          "an employee is leaving the company",
          "offboarding of a colleague",
          "close the account of somebody who left",
          "return the equipment of a former colleague",
          "disable the user of a person who resigned",
          "last day of a team member, what must be done",
          "remove access of an ex employee",
        ],
        es: [
          "un empleado deja la empresa",
          "baja de un compañero",
          "cerrar la cuenta de alguien que se fue",
          "devolver el equipo de un antiguo compañero",
          "desactivar el usuario de una persona que renunció",
          "último día de alguien del equipo, ¿qué hay que hacer?",
          "quitar los accesos de un ex empleado",
        ],
        pt: [
          "um funcionário está saindo da empresa",
          "desligamento de um colega",
          "encerrar a conta de quem saiu",
          "devolver o equipamento de um antigo colega",
          "desativar o usuário de quem pediu demissão",
          "último dia de alguém da equipe, o que fazer?",
          "remover os acessos de um ex-funcionário",
        ],
      },
    },
    {
      id: generalHelpId,
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Help from the service desk",
        es: "Ayuda de la mesa de servicio",
        pt: "Ajuda da central de serviços",
      },
      description: {
        en: "Anything that does not fit elsewhere",
        es: "Todo lo que no encaja en otro lugar",
        pt: "Tudo o que não se encaixa em outro lugar",
      },
      fields: [],
      samples: {
        en: [
          "I have a question for IT",
          "I need help with something else",
          "it is a different problem",
          "general question to the service desk",
          "none of the topics fits my problem",
          "another IT issue",
        ],
        es: [
          "tengo una pregunta para informática",
          "necesito ayuda con otra cosa",
          "es un problema diferente",
          "consulta general para la mesa de servicio",
          "ninguno de los temas encaja con mi problema",
          "otro asunto de sistemas",
        ],
        pt: [
          "tenho uma pergunta para a TI",
          "preciso de ajuda com outra coisa",
          "é um problema diferente",
          "dúvida geral para a central de serviços",
          "nenhum dos temas serve para o meu problema",
          "outro assunto de informática",
        ],
      },
    },
  ],
};
