import { askChoice, askDate, askText, deviceTag, location, since } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const computersService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000601",
  name: { en: "Computers and accessories", es: "Equipos y accesorios", pt: "Computadores e acessórios" },
  description: {
    en: "Laptops, screens, keyboards, docking stations and headsets",
    es: "Portátiles, pantallas, teclados, estaciones de acoplamiento y auriculares",
    pt: "Notebooks, telas, teclados, docking stations e fones",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000701",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: { en: "New laptop", es: "Portátil nuevo", pt: "Notebook novo" },
      description: {
        en: "A laptop for a new colleague, or instead of an old one",
        es: "Un portátil para una persona nueva o para reemplazar uno antiguo",
        pt: "Um notebook para um novo colega ou para substituir um antigo",
      },
      fields: [
        askChoice(
          {
            name: "model",
            label: { en: "Model", es: "Modelo", pt: "Modelo" },
            ask: {
              en: "Which model suits you?",
              es: "¿Qué modelo necesita?",
              pt: "Qual modelo você precisa?",
            },
          },
          [
            {
              value: "light",
              label: { en: "Light (14 inch)", es: "Ligero (14 pulgadas)", pt: "Leve (14 polegadas)" },
            },
            {
              value: "standard",
              label: { en: "Standard (15 inch)", es: "Estándar (15 pulgadas)", pt: "Padrão (15 polegadas)" },
            },
            {
              value: "strong",
              label: { en: "For design and code", es: "Para diseño y código", pt: "Para design e código" },
            },
          ],
        ),
        askDate({
          name: "neededBy",
          label: { en: "Needed by", es: "Para cuándo", pt: "Para quando" },
          ask: {
            en: "By when do you need it?",
            es: "¿Para cuándo lo necesita?",
            pt: "Para quando você precisa?",
          },
        }),
      ],
      samples: {
        en: [
          "I need a new laptop",
          "request a computer for a new colleague",
          "my notebook is five years old, can I get another one",
          "order a laptop",
          "replace my old PC",
          "we need a machine for a designer",
          "how do I ask for a new computer",
        ],
        es: [
          "necesito un portátil nuevo",
          "solicitar una computadora para un compañero nuevo",
          "mi laptop tiene cinco años, ¿puedo cambiarla?",
          "pedir un ordenador",
          "quiero reemplazar mi PC viejo",
          "necesitamos un equipo para una diseñadora",
          "cómo pido una computadora nueva",
        ],
        pt: [
          "preciso de um notebook novo",
          "solicitar um computador para um colega novo",
          "meu notebook tem cinco anos, posso trocar?",
          "pedir um portátil",
          "quero substituir meu PC velho",
          "precisamos de uma máquina para uma designer",
          "como peço um computador novo",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000702",
      kind: "incident",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Slow or broken computer",
        es: "Equipo lento o averiado",
        pt: "Computador lento ou com defeito",
      },
      description: {
        en: "The computer is slow, freezes, does not start or is damaged",
        es: "El equipo va lento, se congela, no arranca o está dañado",
        pt: "O computador está lento, trava, não liga ou está danificado",
      },
      fields: [since, deviceTag],
      samples: {
        en: [
          "my computer is very slow",
          "the laptop freezes all the time",
          "PC does not turn on",
          "blue screen every morning",
          "it takes ten minutes to start",
          "my notebook is broken",
          "computer keeps restarting by itself",
          "I spilled coffee on my laptop",
        ],
        es: [
          "mi computadora está muy lenta",
          "el portátil se congela todo el tiempo",
          "el PC no enciende",
          "pantalla azul todas las mañanas",
          "tarda diez minutos en arrancar",
          "se dañó mi laptop",
          "el ordenador se reinicia solo",
          "se me cayó café en el portátil",
        ],
        pt: [
          "meu computador está muito lento",
          "o notebook trava toda hora",
          "o PC não liga",
          "tela azul todo dia de manhã",
          "demora dez minutos para iniciar",
          "meu notebook quebrou",
          "o computador reinicia sozinho",
          "derramei café no portátil",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000703",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Screen, keyboard or other accessory",
        es: "Pantalla, teclado u otro accesorio",
        pt: "Tela, teclado ou outro acessório",
      },
      description: {
        en: "Monitor, keyboard, mouse, docking station, headset, charger or cable",
        es: "Monitor, teclado, ratón, base, auriculares, cargador o cable",
        pt: "Monitor, teclado, mouse, docking station, fone, carregador ou cabo",
      },
      fields: [
        askText(
          {
            name: "item",
            label: { en: "Item", es: "Artículo", pt: "Item" },
            ask: { en: "What do you need?", es: "¿Qué necesita?", pt: "Do que você precisa?" },
          },
          200,
        ),
        location,
      ],
      samples: {
        en: [
          "I need a second monitor",
          "my mouse is broken, can I have a new one",
          "order a keyboard",
          "headset for video calls please",
          "docking station for my desk",
          "I forgot my charger and need another",
          "the screen of my desk stays black, I need a cable",
        ],
        es: [
          "necesito un segundo monitor",
          "se rompió mi ratón, ¿me dan otro?",
          "pedir un teclado",
          "auriculares para videollamadas por favor",
          "una estación de acoplamiento para mi mesa",
          "olvidé el cargador y necesito otro",
          "la pantalla del escritorio queda negra, necesito un cable",
        ],
        pt: [
          "preciso de um segundo monitor",
          "meu mouse quebrou, podem me dar outro?",
          "pedir um teclado",
          "fone de ouvido para videochamadas por favor",
          "uma docking station para a minha mesa",
          "esqueci o carregador e preciso de outro",
          "a tela da mesa fica preta, preciso de um cabo",
        ],
      },
    },
  ],
};
