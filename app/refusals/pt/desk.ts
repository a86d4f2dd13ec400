/** Refusals around accounts, settings and requests. */
export const desk: Readonly<Record<string, string>> = {
  "The ticket that was just opened is gone.": "O chamado que acabou de ser aberto não existe mais.",
  "Metrics are told to those who bring the token of the desk's metrics.":
    "As métricas são entregues a quem traz o token de métricas da central.",
  "Please try again.": "Tente novamente.",
  "This sender writes too much. Please wait a minute.": "Este remetente escreve demais. Espere um minuto.",
  "The conversation was closed meanwhile. Send the message again.":
    "A conversa foi encerrada nesse meio-tempo. Envie a mensagem novamente.",
  "There is no such thing here.": "Não há nada assim aqui.",
  "There is no such token.": "Esse token não existe.",
  "There is no such article for you.": "Não há esse artigo para você.",
  "There is no such calendar.": "Esse calendário não existe.",
  "There is no such consult, or you are not in it.": "Essa consulta não existe ou você não participa dela.",
  "A parameter is known by its number.": "Um parâmetro é identificado pelo número.",
  "These are many files at once. Please wait a minute.": "São muitos arquivos de uma vez. Espere um minuto.",
  "Please log in first.": "Entre com sua conta primeiro.",
  "A file has at most {1} MB.": "Um arquivo pode ter no máximo {1} MB.",
  "There is no such thing of yours.": "Não há nada seu assim.",
  "Articles are kept by supervisors and administrators.":
    "Os artigos são mantidos por supervisores e administradores.",
  "There is no such folder.": "Essa pasta não existe.",
  "There is no such version of this article.": "Essa versão deste artigo não existe.",
  "There is no such template.": "Esse modelo não existe.",
  "There is no such group.": "Esse grupo não existe.",
  "There is no such account.": "Essa conta não existe.",
  "There is nothing with this id.": "Não há nada com este identificador.",
  "There is no such chat request.": "Essa solicitação de chat não existe.",
  "There is no such report.": "Esse relatório não existe.",
  "Only supervisors and administrators read reports.":
    "Somente supervisores e administradores leem relatórios.",
  "A token with the scope rest-channel is needed.": "É necessário um token com o escopo rest-channel.",
  "A token with the scope scim is needed.": "É necessário um token com o escopo scim.",
  "There is no such attendance waiting that is yours to see.":
    "Não há esse atendimento em espera que você possa ver.",
  "There is no such talk.": "Essa conversa não existe.",
  "Name an activity, or ask for direct attendance.": "Informe uma atividade ou peça atendimento direto.",
  "The widget has no picture.": "O widget não tem imagem.",
  "Guests are not admitted; please log in.": "Convidados não são admitidos; entre com sua conta.",
  "There is nothing at this address.": "Não há nada neste endereço.",
  "The body of this request was cut off.": "O conteúdo desta requisição chegou incompleto.",
  "There is no such token, or it is revoked.": "Esse token não existe ou foi revogado.",
  "Log in first.": "Entre com sua conta primeiro.",
  "The name or the password is not right.": "O nome ou a senha não estão corretos.",
  '"{1}" is used by {2}.': '"{1}" está em uso: {2!}.',
  'There is a group "{1}" already.': 'Já existe um grupo "{1}".',
  "You cannot deactivate your own account.": "Você não pode desativar sua própria conta.",
  "One of these groups is not there any more.": "Um destes grupos não existe mais.",
  "The desk needs one active administrator at least.":
    "A central precisa de pelo menos um administrador ativo.",
  'The user name "{1}" is taken.': 'O nome de usuário "{1}" já está em uso.',
  "Too many come from your network at once; please try again later.":
    "Há acessos demais vindos da sua rede; tente mais tarde.",
  "This identity was logged out; ask the portal for a new token.":
    "Esta identidade foi desconectada; peça um novo token ao portal.",
  "This identity cannot be used here; please log in.":
    "Esta identidade não pode ser usada aqui; entre com sua conta.",
  "Too many attempts to log in. Try again in {1} seconds.":
    "Tentativas demais de entrar. Tente novamente em {1} segundos.",
  'There is a calendar "{1}" already.': 'Já existe um calendário "{1}".',
  '"{1}" is used by {2}; give them another calendar first.':
    '"{1}" está em uso por: {2}; dê outro calendário a eles primeiro.',
  "The e-mail that was just written is gone.": "O e-mail que acabou de ser escrito não existe mais.",
  "Parameter {1} names this template; change it first.":
    "O parâmetro {1} usa este modelo; altere-o primeiro.",
  "There is no value for {1}.": "Não há valor para {1}.",
  "Another template has the name {1}.": "Outro modelo tem o nome {1}.",
  "This desk has no assistant (ASSISTANT_AVAILABLE is off): only people can answer.":
    "Esta central não tem assistente (ASSISTANT_AVAILABLE está desativado): só pessoas podem responder.",
  "The mode of the desk follows from parameters 316, 423, 450 and 9001.":
    "O modo da central decorre dos parâmetros 316, 423, 450 e 9001.",
  "The end of the switch is over already.": "O fim da mudança já passou.",
  "No change is planned; choose an end, or switch until it is revoked.":
    "Nenhuma mudança está prevista; escolha um fim ou mude até que seja revogado.",
  "Parameter {1} ({2}): {3}": "Parâmetro {1}: {3!}",
  "Only an admin may change parameters.": "Somente um administrador pode alterar parâmetros.",
  "There is no parameter {1}.": "O parâmetro {1} não existe.",
  "This desk has no key for identities; an admin can make one.":
    "Esta central não tem chave para identidades; um administrador pode criar uma.",
  "An identity may be valid for 24 hours at most (exp).":
    "Uma identidade pode valer no máximo 24 horas (exp).",
  "This identity has expired; ask the portal for a new token.":
    "Esta identidade expirou; peça um novo token ao portal.",
  "This identity cannot be used: {1} is missing or wrong.":
    "Esta identidade não pode ser usada: {1} falta ou está incorreto.",
  "This identity is not signed with a key of this desk.":
    "Esta identidade não está assinada com uma chave desta central.",
  "This identity cannot be used; see these claims: {1}.":
    "Esta identidade não pode ser usada; verifique estes dados: {1}.",
  "Somebody else has changed the widget; load the page again.":
    "Outra pessoa alterou o widget; recarregue a página.",
  "The account for guests must be an active requester; guests get no more rights than it has.":
    "A conta dos convidados deve ser de um solicitante ativo; convidados não recebem mais direitos do que ela.",
  "A logo is a PNG, JPEG or WebP picture of at most 64 KB.":
    "Um logotipo é uma imagem PNG, JPEG ou WebP de no máximo 64 KB.",
  "A photo is a PNG, JPEG or WebP picture of at most 64 KB.":
    "Uma foto é uma imagem PNG, JPEG ou WebP de no máximo 64 KB.",
  "There is no such photo.": "Essa foto não existe.",
  "The {1} is not as expected.": "O que foi enviado não está como esperado; verifique os dados.",
  "Your account may not do this.": "Sua conta não pode fazer isto.",
  "The body of this request cannot be read as JSON.":
    "O conteúdo desta requisição não pode ser lido como JSON.",
  "This address does not answer to this method.": "Este endereço não responde a este método.",
  "The body of this request is too large.": "O conteúdo desta requisição é grande demais.",
  "This browser's push service is not one the desk sends to.":
    "O serviço de notificações deste navegador não é um para o qual a central envia.",
  "This node is stopping; please try again in a moment.":
    "Este servidor está sendo encerrado; tente novamente em instantes.",
  "The desk cannot do this just now. Please try again in a moment.":
    "A central não pode fazer isto agora. Tente novamente dentro de um momento.",
  "There is no such request.": "Essa requisição não existe.",
  "Too many at once; please wait a moment.": "Requisições demais de uma vez; espere um momento.",
  "Something went wrong on our side. Please try again; if it stays, tell us the id {1}.":
    "Algo deu errado do nosso lado. Tente novamente; se continuar, informe-nos o identificador {1}.",
  'The pattern "{1}" cannot be used: {2}.': "O padrão “{1}” não pode ser usado: {2}.",
  "Somebody else has saved this meanwhile. Look, and save again.":
    "Outra pessoa salvou isto nesse meio-tempo. Veja e salve de novo.",
  "There is no such person.": "Essa pessoa não existe.",
  "The files of this person are too many for one archive. Take JSON.":
    "Os arquivos desta pessoa são demais para um só pacote. Escolha JSON.",
  "This is not the user name of the person you chose.": "Este não é o nome de usuário da pessoa escolhida.",
  "You cannot erase yourself.": "Você não pode apagar a si mesmo.",
  "An administrator is deactivated first, then erased.":
    "Um administrador é primeiro desativado e depois apagado.",
};
