/** Refusals that other programs hear. */
export const programs: Readonly<Record<string, string>> = {
  "A token with the scope mail is needed.": "É necessário um token com o escopo mail.",
  "There is no mail in this request.": "Não há nenhum e-mail nesta requisição.",
  "There is no such mail that could be taken.": "Não há nenhum e-mail assim que possa ser recebido.",
  "A mail has at most {1} MB.": "Um e-mail pode ter no máximo {1} MB.",
  "There is no such webhook.": "Não existe esse webhook.",
  "The desk keeps at most {1} webhooks.": "A central guarda no máximo {1} webhooks.",
  "Somebody else has changed this webhook meanwhile. Look and save again.":
    "Outra pessoa alterou este webhook nesse meio-tempo. Confira e salve de novo.",
  "There is no such delivery that was given up.": "Não há nenhum envio abandonado assim.",
  "This is no place in the list.": "Essa posição da lista não existe.",
  "This is no address.": "Isto não é um endereço.",
  "The address must begin with https://.": "O endereço deve começar com https://.",
  "The address must not carry a name or a password.": "O endereço não deve conter nome nem senha.",
  "The address belongs to this machine or to a private network.":
    "O endereço pertence a esta máquina ou a uma rede privada.",
  "This Idempotency-Key was used for another request.":
    "Esta Idempotency-Key foi usada para outra requisição.",
  "The same request is still being worked on. Ask again in a moment.":
    "A mesma requisição ainda está sendo atendida. Pergunte de novo em instantes.",
  "An Idempotency-Key is 1 to 200 printable characters.":
    "Uma Idempotency-Key tem de 1 a 200 caracteres imprimíveis.",
  "This has changed since you read it. Read it again and repeat your change.":
    "Isto mudou desde que você o leu. Leia de novo e repita a alteração.",
  "This token may not do this.": "Este token não pode fazer isto.",
  "A token acts as an active account of the desk.": "Um token age como uma conta ativa da central.",
  "Name an endpoint and a model first.": "Informe antes um endereço e um modelo.",
  "There is no other desk.": "Não há outra mesa.",
  "Remove this desk first; another kind is another desk.":
    "Remova primeiro esta mesa; outro tipo é outra mesa.",
  "A token is needed: there is none for this address yet.":
    "É preciso um token: ainda não há nenhum para este endereço.",
  "Somebody else has changed this desk meanwhile. Look and save again.":
    "Outra pessoa alterou esta mesa nesse meio-tempo. Confira e salve de novo.",
  "Nothing of this ticket was refused.": "Nada deste chamado foi recusado.",
  "The signature does not fit.": "A assinatura não confere.",
  "This names no ticket.": "Isto não indica nenhum chamado.",
  "This is too much at once.": "Isto é demais de uma vez.",
  "This log-out token is not to be believed.": "Não se pode dar crédito a este token de saída.",
};
