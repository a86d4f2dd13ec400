/** Refusals around accounts, settings and requests. */
export const desk: Readonly<Record<string, string>> = {
  "The ticket that was just opened is gone.": "El ticket que se acaba de abrir ya no existe.",
  "Metrics are told to those who bring the token of the desk's metrics.":
    "Las métricas se entregan a quien trae el token de métricas de la mesa.",
  "Please try again.": "Inténtelo de nuevo.",
  "This sender writes too much. Please wait a minute.": "Este remitente escribe demasiado. Espere un minuto.",
  "The conversation was closed meanwhile. Send the message again.":
    "La conversación se cerró entretanto. Envíe el mensaje de nuevo.",
  "There is no such thing here.": "Aquí no hay nada así.",
  "There is no such token.": "No existe ese token.",
  "There is no such article for you.": "No hay ningún artículo así para usted.",
  "There is no such calendar.": "No existe ese calendario.",
  "There is no such consult, or you are not in it.": "No existe esa consulta o usted no participa en ella.",
  "A parameter is known by its number.": "Un parámetro se identifica por su número.",
  "These are many files at once. Please wait a minute.": "Son muchos archivos a la vez. Espere un minuto.",
  "Please log in first.": "Inicie sesión primero.",
  "A file has at most {1} MB.": "Un archivo puede tener como máximo {1} MB.",
  "There is no such thing of yours.": "No hay nada suyo así.",
  "Articles are kept by supervisors and administrators.":
    "Los artículos los mantienen supervisores y administradores.",
  "There is no such folder.": "No existe esa carpeta.",
  "There is no such version of this article.": "No existe esa versión de este artículo.",
  "There is no such template.": "No existe esa plantilla.",
  "There is no such group.": "No existe ese grupo.",
  "There is no such account.": "No existe esa cuenta.",
  "There is nothing with this id.": "No hay nada con este identificador.",
  "There is no such chat request.": "No existe esa solicitud de chat.",
  "There is no such report.": "No existe ese informe.",
  "Only supervisors and administrators read reports.": "Solo supervisores y administradores leen informes.",
  "A token with the scope rest-channel is needed.": "Se necesita un token con el alcance rest-channel.",
  "A token with the scope scim is needed.": "Se necesita un token con el alcance scim.",
  "There is no such attendance waiting that is yours to see.":
    "No hay ninguna atención así en espera que usted pueda ver.",
  "There is no such talk.": "No existe esa conversación.",
  "Name an activity, or ask for direct attendance.": "Indique una actividad o pida atención directa.",
  "The widget has no picture.": "El widget no tiene imagen.",
  "Guests are not admitted; please log in.": "No se admiten invitados; inicie sesión.",
  "There is nothing at this address.": "No hay nada en esta dirección.",
  "The body of this request was cut off.": "El contenido de esta petición llegó incompleto.",
  "There is no such token, or it is revoked.": "No existe ese token o está revocado.",
  "Log in first.": "Inicie sesión primero.",
  "The name or the password is not right.": "El nombre o la contraseña no son correctos.",
  '"{1}" is used by {2}.': "«{1}» está en uso: {2!}.",
  'There is a group "{1}" already.': "Ya hay un grupo «{1}».",
  "You cannot deactivate your own account.": "No puede desactivar su propia cuenta.",
  "One of these groups is not there any more.": "Uno de estos grupos ya no existe.",
  "The desk needs one active administrator at least.": "La mesa necesita al menos un administrador activo.",
  'The user name "{1}" is taken.': "El nombre de usuario «{1}» ya está ocupado.",
  "Too many come from your network at once; please try again later.":
    "Llegan demasiadas personas a la vez desde su red; inténtelo más tarde.",
  "This identity was logged out; ask the portal for a new token.":
    "Esta identidad cerró sesión; pida un token nuevo al portal.",
  "This identity cannot be used here; please log in.": "Esta identidad no se puede usar aquí; inicie sesión.",
  "Too many attempts to log in. Try again in {1} seconds.":
    "Demasiados intentos de iniciar sesión. Inténtelo de nuevo en {1} segundos.",
  'There is a calendar "{1}" already.': "Ya hay un calendario «{1}».",
  '"{1}" is used by {2}; give them another calendar first.':
    "«{1}» lo usan: {2}; asígneles antes otro calendario.",
  "The e-mail that was just written is gone.": "El correo que se acaba de escribir ya no existe.",
  "Parameter {1} names this template; change it first.":
    "El parámetro {1} usa esta plantilla; cámbielo primero.",
  "There is no value for {1}.": "No hay ningún valor para {1}.",
  "Another template has the name {1}.": "Otra plantilla tiene el nombre {1}.",
  "This desk has no assistant (ASSISTANT_AVAILABLE is off): only people can answer.":
    "Esta mesa no tiene asistente (ASSISTANT_AVAILABLE está desactivado): solo pueden responder personas.",
  "The mode of the desk follows from parameters 316, 423, 450 and 9001.":
    "El modo de la mesa se deriva de los parámetros 316, 423, 450 y 9001.",
  "The end of the switch is over already.": "El final del cambio ya pasó.",
  "No change is planned; choose an end, or switch until it is revoked.":
    "No hay ningún cambio previsto; elija un final o cambie hasta que se revoque.",
  "Parameter {1} ({2}): {3}": "Parámetro {1}: {3!}",
  "Only an admin may change parameters.": "Solo un administrador puede cambiar parámetros.",
  "There is no parameter {1}.": "No existe el parámetro {1}.",
  "This desk has no key for identities; an admin can make one.":
    "Esta mesa no tiene clave para identidades; un administrador puede crear una.",
  "An identity may be valid for 24 hours at most (exp).":
    "Una identidad puede valer 24 horas como máximo (exp).",
  "This identity has expired; ask the portal for a new token.":
    "Esta identidad ha caducado; pida un token nuevo al portal.",
  "This identity cannot be used: {1} is missing or wrong.":
    "Esta identidad no se puede usar: {1} falta o es incorrecto.",
  "This identity is not signed with a key of this desk.":
    "Esta identidad no está firmada con una clave de esta mesa.",
  "This identity cannot be used; see these claims: {1}.":
    "Esta identidad no se puede usar; revise estos datos: {1}.",
  "Somebody else has changed the widget; load the page again.":
    "Otra persona cambió el widget; vuelva a cargar la página.",
  "The account for guests must be an active requester; guests get no more rights than it has.":
    "La cuenta de los invitados debe ser un solicitante activo; los invitados no reciben más permisos que ella.",
  "A logo is a PNG, JPEG or WebP picture of at most 64 KB.":
    "Un logotipo es una imagen PNG, JPEG o WebP de 64 KB como máximo.",
  "A photo is a PNG, JPEG or WebP picture of at most 64 KB.":
    "Una foto es una imagen PNG, JPEG o WebP de 64 KB como máximo.",
  "There is no such photo.": "No existe esa foto.",
  "The {1} is not as expected.": "Lo enviado no es como se esperaba; revise los datos.",
  "Your account may not do this.": "Su cuenta no puede hacer esto.",
  "The body of this request cannot be read as JSON.":
    "El contenido de esta petición no se puede leer como JSON.",
  "This address does not answer to this method.": "Esta dirección no responde a este método.",
  "The body of this request is too large.": "El contenido de esta petición es demasiado grande.",
  "This browser's push service is not one the desk sends to.":
    "El servicio de notificaciones de este navegador no es uno al que la mesa envíe.",
  "This node is stopping; please try again in a moment.":
    "Este servidor se está deteniendo; inténtelo de nuevo en un momento.",
  "The desk cannot do this just now. Please try again in a moment.":
    "La mesa no puede hacer esto en este momento. Inténtelo de nuevo dentro de un momento.",
  "There is no such request.": "No existe esa petición.",
  "Too many at once; please wait a moment.": "Demasiadas peticiones a la vez; espere un momento.",
  "Something went wrong on our side. Please try again; if it stays, tell us the id {1}.":
    "Algo falló de nuestro lado. Inténtelo de nuevo; si continúa, comuníquenos el identificador {1}.",
  'The pattern "{1}" cannot be used: {2}.': "El patrón «{1}» no puede usarse: {2}.",
  "Somebody else has saved this meanwhile. Look, and save again.":
    "Otra persona lo ha guardado entretanto. Mírelo y guarde de nuevo.",
  "There is no such person.": "No existe esa persona.",
  "The files of this person are too many for one archive. Take JSON.":
    "Los archivos de esta persona son demasiados para un solo paquete. Elija JSON.",
  "This is not the user name of the person you chose.":
    "Este no es el nombre de usuario de la persona elegida.",
  "You cannot erase yourself.": "No puede borrarse a sí mismo.",
  "An administrator is deactivated first, then erased.":
    "A un administrador primero se le desactiva y después se le borra.",
};
