import type { Texts } from "./texts.js";

export const es: Texts = {
  greeting: (name) =>
    `¡Hola, ${name}! Soy el asistente virtual de esta mesa de ayuda. Cuénteme con sus palabras qué necesita: busco las instrucciones, abro tickets o llamo a una persona.`,
  greetingAgain: "¡Hola de nuevo! ¿En qué puedo ayudarle?",
  help: "Puedo buscar instrucciones en la base de conocimiento, abrir un ticket y preguntarle lo necesario, decirle cómo va un ticket (basta con su número) y llamar a un agente. ¿Qué necesita?",
  helpGuest: "Puedo buscar instrucciones en nuestra base de conocimiento y abrirle un ticket. ¿Qué necesita?",
  thanks: "¡De nada! ¿Necesita algo más?",
  whichOne: "¿Cuál de ellas? Elíjala o escriba su número.",
  allRight: "De acuerdo. Dígame en pocas palabras qué necesita.",
  goodbye: "¡Hasta luego! Escríbame cuando necesite algo.",
  robot: "Soy un programa, el asistente virtual de esta mesa. Si prefiere hablar con una persona, dígamelo.",
  sorryForTrouble:
    "Lamento las molestias. Quiero ponerle en contacto cuanto antes con alguien que pueda ayudarle.",
  languageSet: "De acuerdo, seguimos en español.",
  askLanguage: "¿Qué idioma prefiere?",
  fallback: "No he encontrado una respuesta a eso.",
  stuck:
    "Así no avanzamos. Un agente puede seguir ahora con usted y verá toda esta conversación, o le abro un ticket.",
  stuckAlone: "Así no avanzamos. Puedo abrirle un ticket para que alguien lo revise.",
  stillReading: "Todavía estoy leyendo los artículos; durante un momento pueden faltarme algunos.",
  failed:
    "Algo ha fallado por mi parte, lo siento. Su mensaje está a salvo. Puede hablar con un agente o intentarlo de nuevo.",
  tooLong: "Es un texto largo. ¿Podría decirme lo principal en una o dos frases?",
  unsure: "No estoy del todo seguro. ¿Se refería a alguna de estas opciones?",
  foundArticle: (title, passage) => `Esto puede ayudar, de «${title}»:\n\n${passage}`,
  foundArticles: "He encontrado estos artículos:",
  foundActivities: "Esto es lo que puedo tramitar:",
  foundBoth: "Esto es lo que he encontrado. Abra un artículo o déjeme iniciar un ticket:",
  writtenFrom: (sources) =>
    `${sources}\n\nEscrito por un modelo de lenguaje a partir de estos artículos. Puede equivocarse: abra el artículo antes de fiarse.`,
  articleGone: "Este artículo ya no está disponible.",
  didItHelp: "¿Le ha servido?",
  gladItHelped: "¡Me alegro! ¿Necesita algo más?",
  sorryItDidNot: "Lamento que no haya servido. Puedo abrir un ticket o llamar a un agente.",
  activity: (name, description) => `${name}: ${description}`,
  activityGone: "Esta actividad no está disponible para usted.",
  askDescription: "Con gusto. Describa lo que necesita, con el mayor detalle posible.",
  askDescriptionFor: (activity) => `«${activity}»: cuénteme brevemente qué ha pasado o qué necesita.`,
  confirm: (lines) => `Esto es lo que he anotado:\n\n${lines}\n\n¿Abro el ticket?`,
  description: "Descripción",
  ticketOpened: (number) => `Listo. Su ticket tiene el número ${number}.`,
  formCancelled: "De acuerdo, lo he descartado. No se ha abierto ningún ticket.",
  nothingToCancel: "No hay nada que cancelar ahora. ¿Qué necesita?",
  problem: (problem) => problems[problem] ?? "No lo he entendido. Inténtelo de nuevo, por favor.",
  ticketStatus: (number, state, activity, assignee) =>
    `El ticket ${number} (${activity}) está ${state}${assignee === undefined ? "" : `, a cargo de ${assignee}`}.`,
  ticketElsewhere: (desk, number) => `También está en ${desk}, con el número ${number}.`,
  ticketUnknown: (number) =>
    `No encuentro ningún ticket suyo con el número ${number}. Compruébelo, por favor.`,
  askTicketNumber: "¿Qué ticket? Elija uno o dígame su número.",
  noTickets: "No tiene tickets abiertos.",
  yourTickets: "Estos son sus tickets abiertos:",
  gotFiles: (names) => `He recibido ${names}.`,
  whatWithFiles: (names) => `He recibido ${names}. ¿Qué quiere que haga con ello?`,
  filesInForm: (names) => `He recibido ${names} y lo adjuntaré a su ticket.`,
  filesAttached: (names, number) => `He adjuntado ${names} al ticket ${number}.`,
  nothingToResume: "No tiene ninguna atención que reanudar. Puedo llamar a un agente o abrir un ticket.",
  noChatAboutTicket: "Este ticket no tiene chat. Puedes seguirlo en «Mis tickets».",
  chooseToResume: "¿Cuál quiere reanudar?",
  cannotResume: "Ya está en una conversación con un agente. Termínela primero, por favor.",
  callingPeople: "Un momento, busco a un agente. Verá todo lo que usted me ha contado.",
  peopleOff: "Ahora mismo no se puede contactar con agentes por el chat. Puedo abrirle un ticket.",
  peopleOffForGuests:
    "Como invitado solo puede hablar conmigo. Para hablar con un agente, inicie sesión; podrá llevarse esta conversación.",
  greetingGuest:
    "¡Hola! Soy el asistente virtual de esta mesa de servicio. Dígame con sus palabras qué necesita y buscaré las instrucciones adecuadas.",
  chatOff: "El chat está desactivado en este momento. Inténtelo más tarde.",
  peopleClosed: (opens) =>
    opens === undefined
      ? "Los agentes que atienden este tema no están en este momento. Puede dejar una solicitud: la responderán cuando vuelvan."
      : `Los agentes que atienden este tema vuelven el ${opens}. Puede dejar ahora una solicitud y la responderán entonces.`,
  manualHelp:
    "Escriba el nombre de una actividad, el título o parte del título de un artículo, o elija lo que quiere hacer.",
  states: {
    open: "abierto",
    "in-progress": "en curso",
    dispatched: "asignado",
    "pending-customer": "a la espera de su respuesta",
    "pending-approval": "pendiente de aprobación",
    resolved: "resuelto",
    closed: "cerrado",
    canceled: "cancelado",
  },
  actions: {
    talkToAttendant: "Hablar con un agente",
    resumeAttendance: "Reanudar atención",
    submitRequest: "Enviar una solicitud",
    newTicket: "Nuevo ticket",
    newTicketFor: (activity) => `Nuevo ticket: ${activity}`,
    yes: "Sí",
    no: "No",
    cancel: "Cancelar",
    noneOfThese: "Ninguna de estas",
    helped: "Sí, me ha servido",
    didNotHelp: "No, no me ha servido",
    source: (number, title) => `[${number}] ${title}`,
    attachTo: (number) => `Adjuntar al ticket ${number}`,
    ticketStatus: (number) => `Ticket ${number}`,
  },
};

const problems: Readonly<Record<string, string>> = {
  required: "Lo necesito para continuar. También puede decir «cancelar».",
  "too-long": "Es demasiado largo. ¿Podría decirlo más brevemente?",
  "not-an-email": "Eso no parece una dirección de correo. Por ejemplo: nombre@example.com",
  "not-a-date": "No entiendo esa fecha. Por ejemplo: mañana, o 24/12/2026",
  "not-a-number": "Aquí necesito un número.",
  "not-a-choice": "Elija una de las opciones, por favor.",
  ambiguous: "Eso encaja con más de una opción. ¿Cuál es?",
};
