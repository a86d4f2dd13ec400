import { askText, location } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

const printer = askText(
  {
    name: "printer",
    label: { en: "Printer", es: "Impresora", pt: "Impressora" },
    ask: {
      en: "Which printer is it (the name is on its front, for example PRN-2-EAST)?",
      es: "¿Qué impresora es (el nombre está en el frente, por ejemplo PRN-2-EAST)?",
      pt: "Qual é a impressora (o nome está na frente, por exemplo PRN-2-EAST)?",
    },
  },
  60,
);

export const printingService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000602",
  name: { en: "Printing", es: "Impresión", pt: "Impressão" },
  description: {
    en: "Printers, scanners and their supplies",
    es: "Impresoras, escáneres y sus consumibles",
    pt: "Impressoras, scanners e seus suprimentos",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000705",
      kind: "incident",
      groupId: groupIds.serviceDesk,
      name: { en: "Printer fault", es: "Fallo de impresora", pt: "Falha de impressora" },
      description: {
        en: "The printer jams, prints badly, is out of toner or does not answer",
        es: "La impresora se atasca, imprime mal, no tiene tóner o no responde",
        pt: "A impressora atola, imprime mal, está sem toner ou não responde",
      },
      fields: [printer],
      samples: {
        en: [
          "the printer does not print",
          "paper jam on the second floor",
          "printer is out of toner",
          "my documents stay in the print queue",
          "stripes on every page I print",
          "printer offline",
          "scanner does not send to my e-mail",
        ],
        es: [
          "la impresora no imprime",
          "papel atascado en el segundo piso",
          "la impresora no tiene tóner",
          "mis documentos se quedan en la cola de impresión",
          "salen rayas en todas las hojas",
          "impresora sin conexión",
          "el escáner no envía a mi correo",
        ],
        pt: [
          "a impressora não imprime",
          "papel preso no segundo andar",
          "a impressora está sem toner",
          "meus documentos ficam na fila de impressão",
          "saem riscos em todas as folhas",
          "impressora offline",
          "o scanner não envia para o meu e-mail",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000706",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: { en: "Add a printer", es: "Agregar una impresora", pt: "Adicionar uma impressora" },
      description: {
        en: "Connect your computer to a printer you do not see yet",
        es: "Conectar su equipo a una impresora que todavía no ve",
        pt: "Conectar seu computador a uma impressora que ainda não aparece",
      },
      fields: [printer, location],
      samples: {
        en: [
          "install the printer on my computer",
          "how do I add a printer",
          "connect me to the printer in reception",
          "I moved to another floor and need its printer",
          "set up printing on my laptop",
          "the printer is not in my list",
          "need the color printer on my pc",
        ],
        es: [
          "instalar la impresora en mi equipo",
          "cómo agrego una impresora",
          "conéctenme a la impresora de recepción",
          "me cambié de piso y necesito la impresora de allí",
          "configurar la impresión en mi portátil",
          "la impresora no aparece en mi lista",
          "necesito la impresora a color en mi pc",
        ],
        pt: [
          "instalar a impressora no meu computador",
          "como adiciono uma impressora",
          "me conectem à impressora da recepção",
          "mudei de andar e preciso da impressora de lá",
          "configurar a impressão no meu notebook",
          "a impressora não aparece na minha lista",
          "preciso da impressora colorida no meu pc",
        ],
      },
    },
  ],
};
