import { askText, deviceTag, since } from "../fields.js";
import { groupIds } from "../people.js";
import type { DemoService } from "../shapes.js";

export const applicationsService: DemoService = {
  id: "01999d00-0000-7000-8000-000000000608",
  name: { en: "Business applications", es: "Aplicaciones de negocio", pt: "Aplicações de negócio" },
  description: {
    en: "ERP, expenses and the programs on your computer",
    es: "ERP, gastos y los programas de su equipo",
    pt: "ERP, despesas e os programas do seu computador",
  },
  activities: [
    {
      id: "01999d00-0000-7000-8000-000000000720",
      kind: "request",
      groupId: groupIds.applications,
      name: { en: "Access to the ERP", es: "Acceso al ERP", pt: "Acesso ao ERP" },
      description: {
        en: "A user, a role or a company in the ERP",
        es: "Un usuario, un rol o una empresa en el ERP",
        pt: "Um usuário, um perfil ou uma empresa no ERP",
      },
      fields: [
        askText(
          {
            name: "role",
            label: { en: "Task in the ERP", es: "Tarea en el ERP", pt: "Tarefa no ERP" },
            ask: {
              en: "What do you need to do in the ERP (for example approve purchases)?",
              es: "¿Qué necesita hacer en el ERP (por ejemplo aprobar compras)?",
              pt: "O que você precisa fazer no ERP (por exemplo aprovar compras)?",
            },
          },
          300,
        ),
      ],
      samples: {
        en: [
          "I need access to the ERP",
          "create an ERP user for me",
          "add the purchasing role to my ERP account",
          "I can't see the approvals menu in the ERP",
          "permission for the finance module",
          "give me access to another company in the erp",
          "request rights in SAP",
        ],
        es: [
          "necesito acceso al ERP",
          "crear un usuario de ERP para mí",
          "agregar el rol de compras a mi cuenta del ERP",
          "no veo el menú de aprobaciones en el ERP",
          "permiso para el módulo de finanzas",
          "denme acceso a otra empresa en el erp",
          "solicitar permisos en SAP",
        ],
        pt: [
          "preciso de acesso ao ERP",
          "criar um usuário do ERP para mim",
          "adicionar o perfil de compras na minha conta do ERP",
          "não vejo o menu de aprovações no ERP",
          "permissão para o módulo financeiro",
          "me deem acesso a outra empresa no erp",
          "solicitar permissões no SAP",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000721",
      kind: "incident",
      groupId: groupIds.applications,
      name: { en: "ERP fault", es: "Fallo del ERP", pt: "Falha no ERP" },
      description: {
        en: "The ERP does not open, is slow or shows an error",
        es: "El ERP no abre, va lento o muestra un error",
        pt: "O ERP não abre, está lento ou mostra um erro",
      },
      fields: [
        askText(
          {
            name: "step",
            label: { en: "Step that fails", es: "Paso que falla", pt: "Passo que falha" },
            ask: {
              en: "At which step does it fail, and what does it say?",
              es: "¿En qué paso falla y qué dice?",
              pt: "Em que passo falha e o que aparece?",
            },
          },
          400,
        ),
        since,
      ],
      samples: {
        en: [
          "the ERP does not open",
          "error when I save an order in the ERP",
          "ERP is very slow today",
          "I can't log in to the ERP",
          "the invoice report in the erp is empty",
          "erp closes by itself",
          "SAP shows a short dump",
        ],
        es: [
          "el ERP no abre",
          "error al guardar un pedido en el ERP",
          "el ERP está muy lento hoy",
          "no puedo iniciar sesión en el ERP",
          "el informe de facturas del erp sale vacío",
          "el erp se cierra solo",
          "SAP muestra un error",
        ],
        pt: [
          "o ERP não abre",
          "erro ao salvar um pedido no ERP",
          "o ERP está muito lento hoje",
          "não consigo entrar no ERP",
          "o relatório de notas do erp sai vazio",
          "o erp fecha sozinho",
          "o SAP mostra um erro",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000722",
      kind: "incident",
      groupId: groupIds.applications,
      name: {
        en: "Expense report problem",
        es: "Problema con una nota de gastos",
        pt: "Problema com reembolso de despesas",
      },
      description: {
        en: "A receipt, an approval or a refund is stuck in the expense app",
        es: "Un recibo, una aprobación o un reembolso se atasca en la aplicación de gastos",
        pt: "Um recibo, uma aprovação ou um reembolso está parado no aplicativo de despesas",
      },
      fields: [
        askText(
          {
            name: "report",
            label: { en: "Report number", es: "Número de la nota", pt: "Número do relatório" },
            ask: {
              en: "What is the number of the expense report?",
              es: "¿Cuál es el número de la nota de gastos?",
              pt: "Qual é o número do relatório de despesas?",
            },
          },
          60,
        ),
      ],
      samples: {
        en: [
          "the expense app rejects my receipt",
          "my travel expenses are stuck",
          "can't submit my expense report",
          "my refund has not been paid",
          "photo of the receipt does not upload",
          "my manager does not see my expenses",
          "wrong currency in my expense claim",
        ],
        es: [
          "la aplicación de gastos rechaza mi recibo",
          "mis gastos de viaje están atascados",
          "no puedo enviar mi nota de gastos",
          "no me han pagado el reembolso",
          "la foto del recibo no se sube",
          "mi jefa no ve mis gastos",
          "moneda equivocada en mi rendición de gastos",
        ],
        pt: [
          "o aplicativo de despesas recusa meu recibo",
          "minhas despesas de viagem estão paradas",
          "não consigo enviar meu relatório de despesas",
          "meu reembolso não foi pago",
          "a foto do recibo não carrega",
          "minha gerente não vê minhas despesas",
          "moeda errada no meu pedido de reembolso",
        ],
      },
    },
    {
      id: "01999d00-0000-7000-8000-000000000723",
      kind: "request",
      groupId: groupIds.applications,
      name: { en: "Install a program", es: "Instalar un programa", pt: "Instalar um programa" },
      description: {
        en: "Software that is not in the software centre, or needs a licence",
        es: "Software que no está en el centro de software o necesita licencia",
        pt: "Software que não está na central de software ou precisa de licença",
      },
      fields: [
        askText(
          {
            name: "program",
            label: { en: "Program", es: "Programa", pt: "Programa" },
            ask: {
              en: "Which program do you need, and for what?",
              es: "¿Qué programa necesita y para qué?",
              pt: "De qual programa você precisa e para quê?",
            },
          },
          200,
        ),
        deviceTag,
      ],
      samples: {
        en: [
          "install a program on my computer",
          "I need a licence for Visio",
          "please install Adobe Acrobat",
          "the setup asks for an administrator password",
          "how do I get new software",
          "I need Photoshop for my work",
          "update my version of Excel",
        ],
        es: [
          "instalar un programa en mi equipo",
          "necesito una licencia de Visio",
          "por favor instalen Adobe Acrobat",
          "la instalación pide una clave de administrador",
          "cómo consigo software nuevo",
          "necesito Photoshop para mi trabajo",
          "actualizar mi versión de Excel",
        ],
        pt: [
          "instalar um programa no meu computador",
          "preciso de uma licença do Visio",
          "por favor instalem o Adobe Acrobat",
          "a instalação pede senha de administrador",
          "como consigo um software novo",
          "preciso do Photoshop para trabalhar",
          "atualizar minha versão do Excel",
        ],
      },
    },
  ],
};
