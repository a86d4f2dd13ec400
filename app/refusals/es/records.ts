/** Refusals around tickets, articles, reports and what the assistant learns. */
export const records: Readonly<Record<string, string>> = {
  "This sentence is taught already. Remove it first to give it another meaning.":
    "Esta frase ya está enseñada. Quítela primero para darle otro significado.",
  "There is no such example.": "No existe ese ejemplo.",
  "This sentence is in the set already. Remove it first.":
    "Esta frase ya está en el conjunto. Quítela primero.",
  "There is no such sentence.": "No existe esa frase.",
  "This file is no JSON. Choose a file that was exported here.":
    "Este archivo no es JSON. Elija un archivo exportado desde aquí.",
  "The file must be a list of sentences.": "El archivo debe ser una lista de frases.",
  "There is no such activity or intent. Choose another one.":
    "No existe esa actividad o intención. Elija otra.",
  "There is no such article. Choose another one.": "No existe ese artículo. Elija otro.",
  "It is not there any more.": "Ya no está ahí.",
  "Give at least two different words.": "Indique al menos dos palabras diferentes.",
  "There is no such talk any more.": "Esa conversación ya no existe.",
  "Several of your groups could take this. Choose one.":
    "Varios de sus grupos podrían encargarse de esto. Elija uno.",
  "Ticket {1} is finished. Open it again before you take its talk.":
    "El ticket {1} está finalizado. Vuelva a abrirlo antes de tomar su conversación.",
  "There is no such completion code. Choose another one.": "No existe ese código de cierre. Elija otro.",
  "`after` is not the `next` of a page.": "`after` no es el `next` de una página.",
  "You could not see it yourself any more. Choose another folder, visibility or group.":
    "Usted mismo dejaría de verlo. Elija otra carpeta, visibilidad o grupo.",
  "People said whether it helped: retire it instead of deleting it.":
    "Hay personas que opinaron si ayudó: retírelo en lugar de eliminarlo.",
  "{1} saved this article while you worked on it. Compare, then save again.":
    "{1} guardó este artículo mientras usted trabajaba en él. Compare y guarde de nuevo.",
  "An article is no translation of itself.": "Un artículo no es traducción de sí mismo.",
  '"{1}" says this in the same language already.': "«{1}» ya dice esto en el mismo idioma.",
  "One of the groups is not there any more.": "Uno de los grupos ya no existe.",
  "The top folder cannot be moved.": "La carpeta superior no se puede mover.",
  "The top folder cannot be removed.": "La carpeta superior no se puede quitar.",
  "One of the people is not there any more.": "Una de las personas ya no existe.",
  '"{1}" has its rights already; change those.': "«{1}» ya tiene sus permisos; cambie esos.",
  "There is no such attendant.": "No existe ese agente.",
  "Only attendants see this list.": "Solo los agentes ven esta lista.",
  "`after` must be the `next` of this list.": "`after` debe ser el `next` de esta lista.",
  "The chat is not fully configured: {1}. An administrator can set it.":
    "El chat no está completamente configurado: {1!}. Un administrador puede completarlo.",
  "Only attendants may change a ticket.": "Solo los agentes pueden cambiar un ticket.",
  "Somebody else has changed this ticket meanwhile. Nothing of yours was saved; look and save again.":
    "Otra persona cambió este ticket entretanto. No se guardó nada suyo; revise y guarde de nuevo.",
  "There is no ticket with this number among yours.": "No hay ningún ticket con este número entre los suyos.",
  "There is no such {1}.": "No existe esto: {1!}.",
  "It is used by {1}; take it out there first.": "Lo usan: {1}; quítelo primero de ahí.",
  '"{1}" names an agreement that is not there.': "«{1}» nombra un acuerdo que no existe.",
  "Somebody else has changed the rules meanwhile. Read them again.":
    "Otra persona cambió las reglas entretanto. Léalas de nuevo.",
  "There is such a {1} already.": "Esto ya existe: {1!}.",
  "It names a {1} that is not there.": "Nombra algo que no existe: {1!}.",
  "This activity cannot be opened by chat. Choose another one.":
    "Esta actividad no se puede abrir por chat. Elija otra.",
  "None of your groups may open tickets by chat. Ask your administrator.":
    "Ninguno de sus grupos puede abrir tickets por chat. Pregunte a su administrador.",
  "There is no such activity.": "No existe esa actividad.",
  "Please check these fields: {1}.": "Revise estos campos: {1}.",
  "Somebody else has changed the mapping meanwhile. Nothing of yours was saved.":
    "Otra persona cambió la asignación de campos entretanto. No se guardó nada suyo.",
  "Only attendants see these records.": "Solo los agentes ven estos registros.",
  "Somebody else has changed this interaction meanwhile. Nothing of yours was saved; look and save again.":
    "Otra persona cambió esta interacción entretanto. No se guardó nada suyo; revise y guarde de nuevo.",
  "There is no such interaction.": "No existe esa interacción.",
  '"{1}" is used by {2}.{3}': "«{1}» está en uso: {2!}.{3!}",
  "A file may hold {1} rows; this one has more.": "Un archivo puede tener {1} filas; este tiene más.",
  "This file is not JSON.": "Este archivo no es JSON.",
  "This is not a portfolio file: {1}": "Este no es un archivo de portafolio: {1!}",
  "A quotation mark in this file is never closed.": "Una comilla de este archivo nunca se cierra.",
  "The first line must name these columns: {1}.": "La primera línea debe nombrar estas columnas: {1}.",
  "These columns are not known: {1}.": "No se conocen estas columnas: {1}.",
  "These columns stand there twice: {1}.": "Estas columnas aparecen dos veces: {1}.",
  "There is no such time zone.": "No existe esa zona horaria.",
  "The last day must not be before the first.": "El último día no puede ser anterior al primero.",
  "A report covers at most {1} days.": "Un informe abarca {1} días como máximo.",
  "This report cannot be told apart in this way.": "Este informe no se puede desglosar de esta manera.",
  "This talk can no longer be rated; thank you all the same.":
    "Esta conversación ya no se puede valorar; gracias de todos modos.",
  "There is no question about a talk of yours here.":
    "Aquí no hay ninguna pregunta sobre una conversación suya.",
  "Each group may stand in the list once.": "Cada grupo puede estar una sola vez en la lista.",
};
