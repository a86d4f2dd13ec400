import type { Texts } from "./texts.js";

export const pt: Texts = {
  greeting: (name) =>
    `Olá, ${name}! Sou o assistente virtual desta central. Conte com as suas palavras do que precisa: procuro as instruções, abro chamados ou chamo uma pessoa.`,
  greetingAgain: "Olá de novo! Em que posso ajudar?",
  help: "Posso procurar instruções na base de conhecimento, abrir um chamado e perguntar o que for preciso, dizer como está um chamado (basta o número) e chamar um atendente. Do que você precisa?",
  helpGuest:
    "Posso encontrar instruções na nossa base de conhecimento e abrir um chamado. Do que você precisa?",
  thanks: "De nada! Precisa de mais alguma coisa?",
  whichOne: "Qual delas? Escolha ou digite o número.",
  allRight: "Tudo bem. Diga em poucas palavras do que você precisa.",
  goodbye: "Até logo! Escreva quando precisar de alguma coisa.",
  robot: "Sou um programa, o assistente virtual desta central. Se preferir falar com uma pessoa, é só dizer.",
  sorryForTrouble: "Lamento o transtorno. Quero colocar você em contato com alguém que possa ajudar já.",
  languageSet: "Certo, continuamos em português.",
  askLanguage: "Qual idioma você prefere?",
  fallback: "Não encontrei uma resposta para isso.",
  stuck:
    "Assim não avançamos. Um atendente pode assumir agora e verá toda esta conversa, ou eu abro um chamado para você.",
  stuckAlone: "Assim não avançamos. Posso abrir um chamado para que alguém verifique.",
  stillReading: "Ainda estou lendo os artigos; por mais um instante podem faltar alguns.",
  failed:
    "Algo deu errado do meu lado, desculpe. A sua mensagem está guardada. Você pode falar com um atendente ou tentar de novo.",
  tooLong: "É um texto longo. Pode dizer o principal em uma ou duas frases?",
  unsure: "Não tenho certeza. Você quis dizer uma destas opções?",
  foundArticle: (title, passage) => `Isto pode ajudar, de “${title}”:\n\n${passage}`,
  foundArticles: "Encontrei estes artigos:",
  foundActivities: "Isto é o que posso providenciar:",
  foundBoth: "Veja o que encontrei. Abra um artigo ou deixe que eu inicie um chamado:",
  writtenFrom: (sources) =>
    `${sources}\n\nEscrito por um modelo de linguagem a partir destes artigos. Ele pode errar: abra o artigo antes de confiar.`,
  articleGone: "Este artigo não está mais disponível.",
  didItHelp: "Isto ajudou?",
  gladItHelped: "Que bom! Precisa de mais alguma coisa?",
  sorryItDidNot: "Lamento que não tenha ajudado. Posso abrir um chamado ou chamar um atendente.",
  activity: (name, description) => `${name}: ${description}`,
  activityGone: "Esta atividade não está disponível para você.",
  askDescription: "Claro. Descreva o que precisa, com o máximo de detalhes possível.",
  askDescriptionFor: (activity) =>
    `“${activity}”: conte em poucas palavras o que aconteceu ou do que precisa.`,
  confirm: (lines) => `Foi isto que anotei:\n\n${lines}\n\nPosso abrir o chamado?`,
  description: "Descrição",
  ticketOpened: (number) => `Pronto. O seu chamado tem o número ${number}.`,
  formCancelled: "Certo, descartei. Nenhum chamado foi aberto.",
  nothingToCancel: "Não há nada para cancelar agora. Do que você precisa?",
  problem: (problem) => problems[problem] ?? "Não entendi. Tente de novo, por favor.",
  ticketStatus: (number, state, activity, assignee) =>
    `O chamado ${number} (${activity}) está ${state}${assignee === undefined ? "" : `, com ${assignee}`}.`,
  ticketElsewhere: (desk, number) => `Ele também está em ${desk}, com o número ${number}.`,
  ticketUnknown: (number) =>
    `Não encontro nenhum chamado seu com o número ${number}. Confira o número, por favor.`,
  askTicketNumber: "Qual chamado? Escolha um ou diga o número.",
  noTickets: "Você não tem chamados abertos.",
  yourTickets: "Estes são os seus chamados abertos:",
  gotFiles: (names) => `Recebi ${names}.`,
  whatWithFiles: (names) => `Recebi ${names}. O que você quer que eu faça com isso?`,
  filesInForm: (names) => `Recebi ${names} e vou anexar ao seu chamado.`,
  filesAttached: (names, number) => `Anexei ${names} ao chamado ${number}.`,
  nothingToResume:
    "Você não tem nenhum atendimento para retomar. Posso chamar um atendente ou abrir um chamado.",
  noChatAboutTicket: "Este chamado não tem chat. Você pode acompanhá-lo em “Meus chamados”.",
  chooseToResume: "Qual deles quer retomar?",
  cannotResume: "Você já está em uma conversa com um atendente. Termine essa primeiro, por favor.",
  callingPeople: "Um momento, estou procurando um atendente. Ele verá tudo o que você me contou.",
  peopleOff: "No momento não é possível falar com atendentes pelo chat. Posso abrir um chamado para você.",
  peopleOffForGuests:
    "Como visitante, você fala somente comigo. Para falar com um atendente, entre com a sua conta; você pode levar esta conversa junto.",
  greetingGuest:
    "Olá! Sou o assistente virtual desta central de serviços. Diga com as suas palavras do que precisa e procuro as instruções certas.",
  chatOff: "O chat está desativado no momento. Tente novamente mais tarde.",
  peopleClosed: (opens) =>
    opens === undefined
      ? "Os atendentes deste assunto não estão no momento. Você pode deixar uma solicitação: eles respondem quando voltarem."
      : `Os atendentes deste assunto voltam em ${opens}. Você pode deixar uma solicitação agora, e eles respondem depois.`,
  manualHelp:
    "Digite o nome de uma atividade, o título ou parte do título de um artigo, ou escolha o que quer fazer.",
  states: {
    open: "aberto",
    "in-progress": "em andamento",
    dispatched: "encaminhado",
    "pending-customer": "aguardando a sua resposta",
    "pending-approval": "aguardando aprovação",
    resolved: "resolvido",
    closed: "fechado",
    canceled: "cancelado",
  },
  actions: {
    talkToAttendant: "Falar com um atendente",
    resumeAttendance: "Retomar atendimento",
    submitRequest: "Enviar uma solicitação",
    newTicket: "Novo chamado",
    newTicketFor: (activity) => `Novo chamado: ${activity}`,
    yes: "Sim",
    no: "Não",
    cancel: "Cancelar",
    noneOfThese: "Nenhuma destas",
    helped: "Sim, ajudou",
    didNotHelp: "Não ajudou",
    source: (number, title) => `[${number}] ${title}`,
    attachTo: (number) => `Anexar ao chamado ${number}`,
    ticketStatus: (number) => `Chamado ${number}`,
  },
};

const problems: Readonly<Record<string, string>> = {
  required: "Preciso disso para continuar. Você também pode dizer “cancelar”.",
  "too-long": "Está longo demais. Pode dizer mais brevemente?",
  "not-an-email": "Isso não parece um endereço de e-mail. Por exemplo: nome@example.com",
  "not-a-date": "Não entendi essa data. Por exemplo: amanhã, ou 24/12/2026",
  "not-a-number": "Aqui preciso de um número.",
  "not-a-choice": "Escolha uma das opções, por favor.",
  ambiguous: "Isso serve para mais de uma opção. Qual delas?",
};
