import { askChoice, askText } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

const phoneKind = askChoice(
  {
    name: "phone",
    label: { en: "Phone", es: "Teléfono", pt: "Celular" },
    ask: { en: "What kind of phone is it?", es: "¿Qué tipo de teléfono es?", pt: "Que tipo de celular é?" },
  },
  [
    { value: "iphone", label: { en: "iPhone", es: "iPhone", pt: "iPhone" } },
    { value: "android", label: { en: "Android", es: "Android", pt: "Android" } },
  ],
);

export const phonesService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000603",
  name: { en: "Mobile phones", es: "Teléfonos móviles", pt: "Celulares" },
  description: {
    en: "Company phones, mail on the phone, loss and theft",
    es: "Teléfonos de la empresa, correo en el móvil, pérdida y robo",
    pt: "Celulares da empresa, e-mail no celular, perda e roubo",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000707",
      kind: "request",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Company e-mail on a phone",
        es: "Correo de la empresa en el móvil",
        pt: "E-mail da empresa no celular",
      },
      description: {
        en: "Mail, calendar and contacts on your phone",
        es: "Correo, calendario y contactos en su teléfono",
        pt: "E-mail, calendário e contatos no seu celular",
      },
      fields: [phoneKind],
      samples: {
        en: [
          "set up e-mail on my phone",
          "I want my company mail on my iPhone",
          "how do I get the calendar on my android",
          "outlook on my mobile does not sync",
          "add my work account to my cell phone",
          "mail app on my phone asks for a server",
          "need my emails on my new mobile",
        ],
        es: [
          "configurar el correo en mi teléfono",
          "quiero el correo de la empresa en mi iPhone",
          "cómo pongo el calendario en mi android",
          "outlook en el móvil no sincroniza",
          "agregar mi cuenta de trabajo al celular",
          "la aplicación de correo del móvil pide un servidor",
          "necesito mis correos en mi celular nuevo",
        ],
        pt: [
          "configurar o e-mail no meu celular",
          "quero o e-mail da empresa no meu iPhone",
          "como coloco o calendário no meu android",
          "o outlook no celular não sincroniza",
          "adicionar minha conta de trabalho no telemóvel",
          "o aplicativo de e-mail do celular pede um servidor",
          "preciso dos meus e-mails no celular novo",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000708",
      kind: "incident",
      groupId: groupIds.serviceDesk,
      name: {
        en: "Lost or stolen device",
        es: "Dispositivo perdido o robado",
        pt: "Dispositivo perdido ou roubado",
      },
      description: {
        en: "A phone or laptop with company data is missing: we lock it at once",
        es: "Falta un teléfono o portátil con datos de la empresa: lo bloqueamos enseguida",
        pt: "Um celular ou notebook com dados da empresa sumiu: bloqueamos na hora",
      },
      fields: [
        askText(
          {
            name: "device",
            label: { en: "Device", es: "Dispositivo", pt: "Dispositivo" },
            ask: {
              en: "Which device is missing?",
              es: "¿Qué dispositivo falta?",
              pt: "Qual dispositivo sumiu?",
            },
          },
          120,
        ),
        askText(
          {
            name: "lastSeen",
            label: { en: "Last seen", es: "Visto por última vez", pt: "Visto pela última vez" },
            ask: {
              en: "Where and when did you have it last?",
              es: "¿Dónde y cuándo lo tuvo por última vez?",
              pt: "Onde e quando você esteve com ele pela última vez?",
            },
          },
          200,
        ),
      ],
      samples: {
        en: [
          "I lost my company phone",
          "my laptop was stolen",
          "someone took my phone on the train",
          "left my work mobile in a taxi",
          "my bag with the notebook is gone",
          "stolen device with company data",
          "please block my lost phone",
        ],
        es: [
          "perdí el teléfono de la empresa",
          "me robaron el portátil",
          "alguien se llevó mi celular en el tren",
          "dejé el móvil del trabajo en un taxi",
          "desapareció mi bolso con la laptop",
          "dispositivo robado con datos de la empresa",
          "por favor bloqueen mi teléfono perdido",
        ],
        pt: [
          "perdi o celular da empresa",
          "roubaram meu notebook",
          "levaram meu telefone no trem",
          "deixei o celular do trabalho num táxi",
          "minha bolsa com o notebook sumiu",
          "aparelho roubado com dados da empresa",
          "por favor bloqueiem meu celular perdido",
        ],
      },
    },
  ],
};
