/** Refusals that other programs hear. */
export const programs: Readonly<Record<string, string>> = {
  "A token with the scope mail is needed.": "Se necesita un token con el alcance mail.",
  "There is no mail in this request.": "En esta petición no hay ningún correo.",
  "There is no such mail that could be taken.": "No hay ningún correo así que se pueda tomar.",
  "A mail has at most {1} MB.": "Un correo puede tener como máximo {1} MB.",
  "There is no such webhook.": "No existe ese webhook.",
  "The desk keeps at most {1} webhooks.": "La mesa guarda como máximo {1} webhooks.",
  "Somebody else has changed this webhook meanwhile. Look and save again.":
    "Otra persona cambió este webhook entretanto. Revise y guarde de nuevo.",
  "There is no such delivery that was given up.": "No hay ningún envío abandonado así.",
  "This is no place in the list.": "Esa posición de la lista no existe.",
  "This is no address.": "Esto no es una dirección.",
  "The address must begin with https://.": "La dirección debe empezar con https://.",
  "The address must not carry a name or a password.": "La dirección no debe llevar nombre ni contraseña.",
  "The address belongs to this machine or to a private network.":
    "La dirección pertenece a esta máquina o a una red privada.",
  "This Idempotency-Key was used for another request.": "Esta Idempotency-Key se usó para otra petición.",
  "The same request is still being worked on. Ask again in a moment.":
    "La misma petición todavía se está atendiendo. Pregunte de nuevo en un momento.",
  "An Idempotency-Key is 1 to 200 printable characters.":
    "Una Idempotency-Key tiene de 1 a 200 caracteres imprimibles.",
  "This has changed since you read it. Read it again and repeat your change.":
    "Esto ha cambiado desde que lo leyó. Léalo de nuevo y repita el cambio.",
  "This token may not do this.": "Este token no puede hacer esto.",
  "A token acts as an active account of the desk.": "Un token actúa como una cuenta activa de la mesa.",
  "Name an endpoint and a model first.": "Indique antes un punto de acceso y un modelo.",
  "There is no other desk.": "No hay otra mesa.",
  "Remove this desk first; another kind is another desk.": "Quite primero esta mesa; otro tipo es otra mesa.",
  "A token is needed: there is none for this address yet.":
    "Hace falta un token: todavía no hay ninguno para esta dirección.",
  "Somebody else has changed this desk meanwhile. Look and save again.":
    "Otra persona cambió esta mesa entretanto. Revise y guarde de nuevo.",
  "Nothing of this ticket was refused.": "No se rechazó nada de este ticket.",
  "The signature does not fit.": "La firma no coincide.",
  "This names no ticket.": "Esto no nombra ningún ticket.",
  "This is too much at once.": "Esto es demasiado de una vez.",
  "This log-out token is not to be believed.": "No se puede dar crédito a este token de cierre de sesión.",
};
