/** Refusals around talks: messages, files, attendances, consults. */
export const talks: Readonly<Record<string, string>> = {
  "You are in a talk with an attendant; end it first.":
    "Usted está en una conversación con un agente; termínela primero.",
  "There is no talk of a guest to take along.": "No hay ninguna conversación de invitado que llevar consigo.",
  "This talk cannot be closed right now.": "Esta conversación no se puede cerrar en este momento.",
  "There is no such conversation of yours.": "No hay ninguna conversación suya así.",
  "The chat is switched off.": "El chat está desactivado.",
  "Guests may not do this; please log in.": "Los invitados no pueden hacer esto; inicie sesión.",
  "You already have an attendance; end it first or go on there.":
    "Ya tiene una atención; termínela primero o continúe en ella.",
  "You have no ticket {1}.": "Usted no tiene ningún ticket {1}.",
  "Talking to an attendant is switched off here; a ticket can be opened.":
    "Aquí está desactivado hablar con un agente; se puede abrir un ticket.",
  "No group takes attendances for this; parameter 389 can name one.":
    "Ningún grupo recibe atenciones para esto; el parámetro 389 puede indicar uno.",
  "The attendants for this are not there now. You can submit a request; they will answer it when they are back.":
    "Los agentes no están disponibles ahora. Puede enviar una solicitud; la responderán cuando vuelvan.",
  "Channels post activities here.": "Los canales envían aquí sus actividades.",
  "The service URL is not one this desk answers to.":
    "La dirección del servicio no es una a la que responda esta mesa.",
  "The keys of the channel could not be read. Send it again later.":
    "No se pudieron leer las claves del canal. Envíelo de nuevo más tarde.",
  "A valid token of the channel is needed.": "Se necesita un token válido del canal.",
  "The token does not allow this.": "El token no permite esto.",
  "The message could not be taken.": "No se pudo recibir el mensaje.",
  "Channels are off: no app id is configured.":
    "Los canales están desactivados: no hay un identificador de aplicación configurado.",
  "The desk is busy. Send it again later.": "La mesa está ocupada. Envíelo de nuevo más tarde.",
  "This account may not write to the desk.": "Esta cuenta no puede escribir a la mesa.",
  "Only the requester can close the talk; end the attendance instead.":
    "Solo el solicitante puede cerrar la conversación; termine la atención.",
  "An agent's message needs the epoch it is written under.":
    "El mensaje de un agente necesita la época bajo la que se escribe.",
  "A message has at most {1} characters.": "Un mensaje puede tener como máximo {1} caracteres.",
  "There is nothing to send.": "No hay nada que enviar.",
  "Somebody else has this conversation now.": "Otra persona tiene ahora esta conversación.",
  "This conversation has ended; start a new one or resume it.":
    "Esta conversación ha terminado; inicie una nueva o retómela.",
  "You can talk when both of you have linked each other. Ask your colleague to link you.":
    "Podrán hablar cuando ambos se hayan vinculado. Pida a su colega que lo vincule.",
  "There is no such attendance, or it is not yours to see.": "No existe esa atención o usted no puede verla.",
  "{1} has already accepted this attendance.": "{1} ya aceptó esta atención.",
  "This attendance is over, or its requester took it back.":
    "Esta atención terminó o su solicitante la retiró.",
  "This attendance waits for a group you do not belong to. Ask an administrator to add you.":
    "Esta atención espera a un grupo al que usted no pertenece. Pida a un administrador que lo añada.",
  "You are set to offline. Change your availability first.":
    "Usted figura como desconectado. Cambie primero su disponibilidad.",
  "{1} is offline. Choose somebody else or a group.":
    "{1} no está en línea. Elija a otra persona o un grupo.",
  "You have all {1} conversations you can take. End or pass on one first.":
    "Ya tiene las {1} conversaciones que puede atender. Termine o transfiera una primero.",
  "Your capacity is {1} and used up. Say that you take this talk all the same.":
    "Su capacidad es {1} y está agotada. Indique que toma esta conversación de todos modos.",
  "{1} has all {2} conversations they can take. Choose somebody else or a group.":
    "{1} ya tiene las {2} conversaciones que puede atender. Elija a otra persona o un grupo.",
  'You have all {1} conversations of the channel "{2}" you can take. End or pass on one first.':
    "Ya tiene las {1} conversaciones del canal «{2}» que puede atender. Termine o transfiera una primero.",
  '{1} has all {2} conversations of the channel "{3}" they can take. Choose somebody else.':
    "{1} ya tiene las {2} conversaciones del canal «{3}» que puede atender. Elija a otra persona.",
  "{1} does not belong to a group of this attendance. Choose somebody of the group, or pass it to another group first.":
    "{1} no pertenece a un grupo de esta atención. Elija a alguien del grupo o pásela antes a otro grupo.",
  "Somebody else is being asked for this attendance now.":
    "Ahora se le está preguntando a otra persona por esta atención.",
  "This group gives out its attendances by itself. You will be asked when it is your turn.":
    "Este grupo reparte sus atenciones por sí mismo. Se le preguntará cuando sea su turno.",
  "{1} is closed now. Choose another group or a person.":
    "{1} está cerrado ahora. Elija otro grupo o una persona.",
  "The attendance cannot go there: no such attendant or group takes attendances, or they have it already.":
    "La atención no puede pasar ahí: ningún agente o grupo así recibe atenciones, o ya la tiene.",
  "Nobody of {1} can be asked for now: the assistant alone answers there. Choose a colleague or another group.":
    "Ahora no se puede recurrir a nadie de {1}: allí responde solo el asistente. Elija a un colega u otro grupo.",
  "Only its attendant, its requester or a supervisor may do this.":
    "Solo su agente, su solicitante o un supervisor pueden hacer esto.",
  "Only attendants accept attendances.": "Solo los agentes aceptan atenciones.",
  "The second group must be another group that is there.": "El segundo grupo debe ser otro grupo que exista.",
  '"{1}" takes no attendances.': "«{1}» no recibe atenciones.",
  "Owner and dispatcher must be active people of the desk.":
    "El responsable y el distribuidor deben ser personas activas de la mesa.",
  'The group of "{1}" takes no attendances.': "El grupo de «{1}» no recibe atenciones.",
  "Two rules have the same id.": "Dos reglas tienen el mismo identificador.",
  "This file has been sent.": "Este archivo ya se envió.",
  "There is no such file of yours.": "No hay ningún archivo suyo así.",
  "A file of this message is no longer there. Please attach it again.":
    "Un archivo de este mensaje ya no existe. Adjúntelo de nuevo.",
  "A file of this message has been sent before.": "Un archivo de este mensaje ya se envió antes.",
  "This file is empty.": "Este archivo está vacío.",
  "This upload belongs to another conversation.": "Esta carga pertenece a otra conversación.",
  "Something harmful was found in this file. It is not given to anybody.":
    "En este archivo se encontró algo dañino. No se entrega a nadie.",
  "This file has not been checked for harmful content yet. Please try again in a few minutes.":
    "Todavía no se comprobó si este archivo contiene algo dañino. Inténtelo de nuevo en unos minutos.",
  "This picture is too large or moves too long. Please send a smaller one.":
    "Esta imagen es demasiado grande o se mueve demasiado tiempo. Envíe una más pequeña.",
  "This picture is broken and cannot be opened.": "Esta imagen está dañada y no se puede abrir.",
  "The store of files is away. Please try again in a moment.":
    "El almacén de archivos no responde. Inténtelo de nuevo en un momento.",
  "Files of this kind cannot be sent. Images, PDF, Office documents, plain text, sound, video and ZIP can.":
    "No se pueden enviar archivos de este tipo. Sí imágenes, PDF, documentos de Office, texto sin formato, sonido, vídeo y ZIP.",
  "The upload took too long. Please try again.": "La carga tardó demasiado. Inténtelo de nuevo.",
  "This consult has ended. Start a new one.": "Esta consulta ha terminado. Inicie una nueva.",
  "You are not invited to this consult. Ask somebody in it.":
    "No está invitado a esta consulta. Pídaselo a alguien que participe.",
  "Only the person who started the consult sets its Chat Time.":
    "Solo quien inició la consulta fija su tiempo de chat.",
  "Choose colleagues who are attendants of this desk.": "Elija colegas que sean agentes de esta mesa.",
  "Choose a participant in Connections first.": "Elija primero a un participante en Conexiones.",
  "This participant is not in the consult any more.": "Este participante ya no está en la consulta.",
  "There is no such colleague.": "No existe ese colega.",
  "Only attendants consult each other.": "Solo los agentes se consultan entre sí.",
  "200 people take part already, more are not possible.":
    "Ya participan 200 personas; no es posible añadir más.",
  "Its attendant cannot be removed; transfer the talk instead.":
    "No se puede quitar a su agente; transfiera la conversación.",
  "No attendant has this talk. Accept it first.": "Ningún agente tiene esta conversación. Acéptela primero.",
  "None of the others can take the talk now. Transfer it to somebody else or end it.":
    "Ninguno de los demás puede tomar la conversación ahora. Transfiérala a otra persona o termínela.",
  "Only active attendants can be named here. Choose somebody else.":
    "Aquí solo se puede nombrar a agentes activos. Elija a otra persona.",
  "Only active attendants can take part. Choose somebody else.":
    "Solo pueden participar agentes activos. Elija a otra persona.",
  "Only admins keep replies that others use too.":
    "Solo los administradores mantienen respuestas que otros también usan.",
  "Only admins keep replies that others use too; keep it as your own.":
    "Solo los administradores mantienen respuestas que otros también usan; guárdela como propia.",
  "Only attendances of the same requester can be merged.":
    "Solo se pueden unir atenciones del mismo solicitante.",
  "Only colleagues of the desk can be named in a note.":
    "En una nota solo se puede nombrar a colegas de la mesa.",
  "Only supervisors may do this.": "Solo los supervisores pueden hacer esto.",
  "Only supervisors see the wall.": "Solo los supervisores ven el panel en vivo.",
  "Only who takes part in a talk adds or removes others.":
    "Solo quien participa en una conversación añade o quita a otros.",
  "The requester may not read this article.": "El solicitante no puede leer este artículo.",
  'There is a reply "/{1}" already.': "Ya existe una respuesta «/{1}».",
  "There is no such reply of yours.": "No existe esa respuesta suya.",
  "You are the only attendant here. Transfer the talk or end it.":
    "Usted es el único agente aquí. Transfiera la conversación o termínela.",
};
