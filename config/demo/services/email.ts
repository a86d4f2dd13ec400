import { askEmail, askText, deviceTag, since } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const emailService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000605",
  name: {
    en: "E-mail, calendar and calls",
    es: "Correo, calendario y llamadas",
    pt: "E-mail, calendário e chamadas",
  },
  description: {
    en: "Mailboxes, distribution lists and video calls",
    es: "Buzones, listas de distribución y videollamadas",
    pt: "Caixas de correio, listas de distribuição e videochamadas",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000713",
      kind: "incident",
      groupId: groupIds.applications,
      name: {
        en: "E-mail does not work",
        es: "El correo no funciona",
        pt: "E-mail não funciona",
      },
      description: {
        en: "Mails are not sent or received, the mailbox is full, Outlook fails",
        es: "No se envían o reciben correos, el buzón está lleno, Outlook falla",
        pt: "E-mails não são enviados ou recebidos, a caixa está cheia, o Outlook falha",
      },
      fields: [since],
      samples: {
        en: [
          "I can't send e-mails",
          "I don't receive any mail since this morning",
          "my mailbox is full",
          "Outlook does not open",
          "emails are stuck in the outbox",
          "my message came back undelivered",
          "outlook keeps asking for my credentials",
        ],
        es: [
          "no puedo enviar correos",
          "no recibo correos desde esta mañana",
          "mi buzón está lleno",
          "Outlook no abre",
          "los correos se quedan en la bandeja de salida",
          "mi mensaje fue devuelto",
          "outlook me pide las credenciales todo el tiempo",
        ],
        pt: [
          "não consigo enviar e-mails",
          "não recebo e-mails desde hoje cedo",
          "minha caixa de correio está cheia",
          "o Outlook não abre",
          "os e-mails ficam parados na caixa de saída",
          "minha mensagem voltou",
          "o outlook pede minhas credenciais toda hora",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000714",
      kind: "request",
      groupId: groupIds.applications,
      name: {
        en: "Distribution list or shared mailbox",
        es: "Lista de distribución o buzón compartido",
        pt: "Lista de distribuição ou caixa compartilhada",
      },
      description: {
        en: "A new list or shared mailbox, or a change of its members",
        es: "Una lista o buzón nuevos, o un cambio de sus miembros",
        pt: "Uma nova lista ou caixa, ou mudança de seus membros",
      },
      fields: [
        askEmail({
          name: "address",
          label: { en: "Address", es: "Dirección", pt: "Endereço" },
          ask: {
            en: "Which address is it, or should it be?",
            es: "¿Qué dirección es o debería ser?",
            pt: "Qual é ou deveria ser o endereço?",
          },
        }),
        askText({
          name: "members",
          label: { en: "Members", es: "Miembros", pt: "Membros" },
          ask: {
            en: "Who should be in it?",
            es: "¿Quiénes deben estar en ella?",
            pt: "Quem deve fazer parte?",
          },
        }),
      ],
      samples: {
        en: [
          "create a distribution list",
          "add a colleague to the mailing list",
          "we need a shared mailbox for the team",
          "remove me from the list all-staff",
          "new group address for our project",
          "change the members of a distribution group",
          "I want to get the mails of the support mailbox",
        ],
        es: [
          "crear una lista de distribución",
          "agregar a un compañero a la lista de correo",
          "necesitamos un buzón compartido para el equipo",
          "quítenme de la lista de todo el personal",
          "una dirección de grupo nueva para nuestro proyecto",
          "cambiar los miembros de un grupo de distribución",
          "quiero recibir los correos del buzón de soporte",
        ],
        pt: [
          "criar uma lista de distribuição",
          "adicionar um colega na lista de e-mails",
          "precisamos de uma caixa compartilhada para a equipe",
          "me tirem da lista de todos os funcionários",
          "um endereço de grupo novo para o nosso projeto",
          "mudar os membros de um grupo de distribuição",
          "quero receber os e-mails da caixa do suporte",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000704",
      kind: "incident",
      groupId: groupIds.applications,
      name: {
        en: "No sound or picture in calls",
        es: "Sin sonido o imagen en llamadas",
        pt: "Sem som ou imagem em chamadas",
      },
      description: {
        en: "Microphone, loudspeaker or camera fail in video calls",
        es: "El micrófono, el altavoz o la cámara fallan en las videollamadas",
        pt: "Microfone, alto-falante ou câmera falham em videochamadas",
      },
      fields: [
        askText(
          {
            name: "device",
            label: { en: "Headset or camera", es: "Auriculares o cámara", pt: "Fone ou câmera" },
            ask: {
              en: "Which headset or camera do you use?",
              es: "¿Qué auriculares o cámara usa?",
              pt: "Qual fone ou câmera você usa?",
            },
          },
          120,
        ),
        deviceTag,
      ],
      samples: {
        en: [
          "nobody can hear me in meetings",
          "my camera does not work in video calls",
          "no sound in Teams",
          "microphone is muted and I can't unmute",
          "echo in the video call",
          "headset not recognised in the meeting",
          "people see a black picture instead of me",
        ],
        es: [
          "nadie me escucha en las reuniones",
          "mi cámara no funciona en las videollamadas",
          "no hay sonido en Teams",
          "el micrófono está silenciado y no puedo activarlo",
          "hay eco en la videollamada",
          "la reunión no reconoce mis auriculares",
          "me ven en negro en la videoconferencia",
        ],
        pt: [
          "ninguém me ouve nas reuniões",
          "minha câmera não funciona nas videochamadas",
          "sem som no Teams",
          "o microfone está mudo e não consigo ativar",
          "tem eco na chamada de vídeo",
          "a reunião não reconhece meu fone",
          "aparece uma imagem preta em vez de mim",
        ],
      },
    },
  ],
};
