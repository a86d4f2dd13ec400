import { askChoice, askText } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const securityService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000607",
  name: { en: "Security and files", es: "Seguridad y archivos", pt: "Segurança e arquivos" },
  description: {
    en: "Suspicious mails, viruses, shared folders and files to bring back",
    es: "Correos sospechosos, virus, carpetas compartidas y archivos por recuperar",
    pt: "E-mails suspeitos, vírus, pastas compartilhadas e arquivos a recuperar",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000718",
      kind: "incident",
      groupId: groupIds.network,
      name: {
        en: "Suspicious mail or virus",
        es: "Correo sospechoso o virus",
        pt: "E-mail suspeito ou vírus",
      },
      description: {
        en: "Report phishing, a strange link or a virus warning",
        es: "Informar de phishing, un enlace raro o un aviso de virus",
        pt: "Relatar phishing, um link estranho ou um aviso de vírus",
      },
      fields: [
        askText(
          {
            name: "sender",
            label: { en: "Sender", es: "Remitente", pt: "Remetente" },
            ask: {
              en: "From whom did it come, or which program warned you?",
              es: "¿De quién vino o qué programa le avisó?",
              pt: "De quem veio ou qual programa avisou?",
            },
          },
          200,
        ),
        askChoice(
          {
            name: "opened",
            label: { en: "Opened or typed", es: "Abierto o escrito", pt: "Aberto ou digitado" },
            ask: {
              en: "Did you open a link or type a password?",
              es: "¿Abrió un enlace o escribió una contraseña?",
              pt: "Você abriu um link ou digitou uma senha?",
            },
          },
          [
            { value: "no", label: { en: "No", es: "No", pt: "Não" } },
            { value: "link", label: { en: "Opened a link", es: "Abrí un enlace", pt: "Abri um link" } },
            {
              value: "password",
              label: { en: "Typed a password", es: "Escribí una contraseña", pt: "Digitei uma senha" },
            },
          ],
        ),
      ],
      samples: {
        en: [
          "I got a suspicious e-mail",
          "report phishing",
          "I clicked on a strange link",
          "my antivirus shows a warning",
          "I think my computer has a virus",
          "someone asks for my password by mail",
          "fake invoice from the director",
        ],
        es: [
          "recibí un correo sospechoso",
          "reportar phishing",
          "hice clic en un enlace raro",
          "el antivirus muestra una advertencia",
          "creo que mi computadora tiene un virus",
          "alguien me pide la contraseña por correo",
          "factura falsa del director",
        ],
        pt: [
          "recebi um e-mail suspeito",
          "denunciar phishing",
          "cliquei num link estranho",
          "o antivírus mostra um alerta",
          "acho que meu computador está com vírus",
          "alguém pediu minha senha por e-mail",
          "boleto falso em nome do diretor",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000719",
      kind: "request",
      groupId: groupIds.network,
      name: { en: "Restore files", es: "Restaurar archivos", pt: "Restaurar arquivos" },
      description: {
        en: "Bring back deleted or overwritten files from the backup",
        es: "Recuperar de la copia de seguridad archivos borrados o sobrescritos",
        pt: "Recuperar do backup arquivos apagados ou sobrescritos",
      },
      fields: [
        askText(
          {
            name: "path",
            label: { en: "File or folder", es: "Archivo o carpeta", pt: "Arquivo ou pasta" },
            ask: {
              en: "Which file or folder is missing, and where was it?",
              es: "¿Qué archivo o carpeta falta y dónde estaba?",
              pt: "Qual arquivo ou pasta sumiu e onde estava?",
            },
          },
          300,
        ),
        askText(
          {
            name: "lastGood",
            label: { en: "Last seen well", es: "Última vez correcto", pt: "Última vez correto" },
            ask: {
              en: "When was it last as it should be?",
              es: "¿Cuándo estuvo bien por última vez?",
              pt: "Quando estava certo pela última vez?",
            },
          },
          120,
        ),
      ],
      samples: {
        en: [
          "I deleted a file by mistake",
          "restore my folder from the backup",
          "someone overwrote our spreadsheet",
          "recover deleted documents",
          "I need yesterday's version of a file",
          "my files are gone from the shared drive",
          "get back an old version of my presentation",
        ],
        es: [
          "borré un archivo por error",
          "restaurar mi carpeta de la copia de seguridad",
          "alguien sobrescribió nuestra hoja de cálculo",
          "recuperar documentos eliminados",
          "necesito la versión de ayer de un archivo",
          "desaparecieron mis archivos de la unidad compartida",
          "volver a una versión anterior de mi presentación",
        ],
        pt: [
          "apaguei um arquivo sem querer",
          "restaurar minha pasta do backup",
          "alguém sobrescreveu nossa planilha",
          "recuperar documentos excluídos",
          "preciso da versão de ontem de um arquivo",
          "meus arquivos sumiram da unidade compartilhada",
          "voltar a uma versão antiga da minha apresentação",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000712",
      kind: "request",
      groupId: groupIds.network,
      name: {
        en: "Access to a shared folder",
        es: "Acceso a una carpeta compartida",
        pt: "Acesso a uma pasta compartilhada",
      },
      description: {
        en: "Read or change the files of a team",
        es: "Leer o modificar los archivos de un equipo",
        pt: "Ler ou alterar os arquivos de uma equipe",
      },
      fields: [
        askText(
          {
            name: "folder",
            label: { en: "Folder", es: "Carpeta", pt: "Pasta" },
            ask: {
              en: "Which folder do you need (for example S:\\Finance\\Budget)?",
              es: "¿Qué carpeta necesita (por ejemplo S:\\Finanzas\\Presupuesto)?",
              pt: "De qual pasta você precisa (por exemplo S:\\Financeiro\\Orçamento)?",
            },
          },
          250,
        ),
        askChoice(
          {
            name: "right",
            label: { en: "Right", es: "Permiso", pt: "Permissão" },
            ask: {
              en: "Do you need to read only, or to change files too?",
              es: "¿Necesita solo leer o también modificar archivos?",
              pt: "Você precisa só ler ou também alterar arquivos?",
            },
          },
          [
            { value: "read", label: { en: "Read", es: "Leer", pt: "Ler" } },
            { value: "write", label: { en: "Read and change", es: "Leer y modificar", pt: "Ler e alterar" } },
          ],
        ),
      ],
      samples: {
        en: [
          "I need access to the finance folder",
          "access denied on the shared drive",
          "give me permission for the team folder",
          "can't open the S drive",
          "please add me to the marketing share",
          "need write access to a network folder",
          "the shared folder is not visible for me",
        ],
        es: [
          "necesito acceso a la carpeta de finanzas",
          "acceso denegado en la unidad compartida",
          "denme permiso para la carpeta del equipo",
          "no puedo abrir la unidad S",
          "agréguenme a la carpeta de marketing",
          "necesito permiso de escritura en una carpeta de red",
          "no veo la carpeta compartida",
        ],
        pt: [
          "preciso de acesso à pasta do financeiro",
          "acesso negado na unidade compartilhada",
          "me deem permissão na pasta da equipe",
          "não consigo abrir a unidade S",
          "me adicionem na pasta do marketing",
          "preciso de permissão para gravar numa pasta da rede",
          "a pasta partilhada não aparece para mim",
        ],
      },
    },
  ],
};
