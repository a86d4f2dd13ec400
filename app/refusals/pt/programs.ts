/** Refusals that other programs hear. */
export const programs: Readonly<Record<string, string>> = {
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
};
