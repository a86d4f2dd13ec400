import { askDate, askText, location, since } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const networkService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000606",
  name: { en: "Network and remote work", es: "Red y trabajo remoto", pt: "Rede e trabalho remoto" },
  description: {
    en: "Wi-Fi, VPN, internet and guest access",
    es: "Wi-Fi, VPN, internet y acceso para visitas",
    pt: "Wi-Fi, VPN, internet e acesso de visitantes",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000715",
      kind: "incident",
      groupId: groupIds.network,
      name: { en: "VPN does not connect", es: "La VPN no conecta", pt: "A VPN não conecta" },
      description: {
        en: "The VPN fails, drops or is too slow",
        es: "La VPN falla, se corta o va muy lenta",
        pt: "A VPN falha, cai ou está muito lenta",
      },
      fields: [
        askText(
          {
            name: "message",
            label: { en: "Error shown", es: "Error mostrado", pt: "Erro exibido" },
            ask: {
              en: "What does the VPN program say when it fails?",
              es: "¿Qué dice el programa de la VPN cuando falla?",
              pt: "O que o programa da VPN diz quando falha?",
            },
          },
          300,
        ),
        location,
      ],
      samples: {
        en: [
          "VPN does not connect",
          "I can't reach the company network from home",
          "vpn keeps disconnecting",
          "vpn error 809",
          "the VPN is terribly slow today",
          "can't log in to vpn from the hotel",
          "remote access stopped working",
        ],
        es: [
          "la VPN no conecta",
          "no puedo entrar a la red de la empresa desde casa",
          "la vpn se desconecta a cada rato",
          "error 809 en la vpn",
          "la VPN está lentísima hoy",
          "no logro entrar a la vpn desde el hotel",
          "el acceso remoto dejó de funcionar",
        ],
        pt: [
          "a VPN não conecta",
          "não consigo acessar a rede da empresa de casa",
          "a vpn cai toda hora",
          "erro 809 na vpn",
          "a VPN está muito lenta hoje",
          "não consigo entrar na vpn do hotel",
          "o acesso remoto parou de funcionar",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000716",
      kind: "incident",
      groupId: groupIds.network,
      name: {
        en: "Wi-Fi or internet does not work",
        es: "No funciona el Wi-Fi o internet",
        pt: "Wi-Fi ou internet não funciona",
      },
      description: {
        en: "No network, weak signal or pages that do not load",
        es: "Sin red, señal débil o páginas que no cargan",
        pt: "Sem rede, sinal fraco ou páginas que não carregam",
      },
      fields: [location, since],
      samples: {
        en: [
          "the wifi does not work",
          "no internet in the meeting room",
          "my laptop can't find the office network",
          "weak wi-fi signal on the third floor",
          "connected but no internet",
          "web pages don't load",
          "network down in our office",
        ],
        es: [
          "no funciona el wifi",
          "no hay internet en la sala de reuniones",
          "mi portátil no encuentra la red de la oficina",
          "señal wi-fi débil en el tercer piso",
          "conectado pero sin internet",
          "las páginas web no cargan",
          "se cayó la red en nuestra oficina",
        ],
        pt: [
          "o wifi não funciona",
          "sem internet na sala de reunião",
          "meu notebook não encontra a rede do escritório",
          "sinal de wi-fi fraco no terceiro andar",
          "conectado mas sem internet",
          "as páginas não carregam",
          "a rede caiu no nosso escritório",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000717",
      kind: "request",
      groupId: groupIds.network,
      name: { en: "Wi-Fi for a guest", es: "Wi-Fi para una visita", pt: "Wi-Fi para visitante" },
      description: {
        en: "Internet for a visitor for a day or a week",
        es: "Internet para una visita por un día o una semana",
        pt: "Internet para um visitante por um dia ou uma semana",
      },
      fields: [
        askText(
          {
            name: "guest",
            label: { en: "Guest", es: "Visita", pt: "Visitante" },
            ask: {
              en: "Who is the guest (name and company)?",
              es: "¿Quién es la visita (nombre y empresa)?",
              pt: "Quem é o visitante (nome e empresa)?",
            },
          },
          150,
        ),
        askDate({
          name: "until",
          label: { en: "Until", es: "Hasta", pt: "Até" },
          ask: {
            en: "Until which day is it needed?",
            es: "¿Hasta qué día se necesita?",
            pt: "Até que dia é necessário?",
          },
        }),
      ],
      samples: {
        en: [
          "guest wifi for a visitor",
          "I have a customer tomorrow who needs internet",
          "wifi code for guests",
          "internet access for an external consultant",
          "can my visitor use the wireless network",
          "I need a guest password",
          "visitors wi-fi voucher",
        ],
        es: [
          "wifi de invitados para una visita",
          "mañana viene un cliente que necesita internet",
          "código de wifi para visitantes",
          "acceso a internet para un consultor externo",
          "¿mi visita puede usar la red inalámbrica?",
          "necesito una clave de invitado",
          "vale de wi-fi para visitas",
        ],
        pt: [
          "wifi de visitante",
          "amanhã vem um cliente que precisa de internet",
          "código do wifi para convidados",
          "acesso à internet para um consultor externo",
          "meu visitante pode usar a rede sem fio?",
          "preciso de uma senha de convidado",
          "voucher de wi-fi para visitas",
        ],
      },
    },
  ],
};
