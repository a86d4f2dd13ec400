/** Refusals around tickets, articles, reports and what the assistant learns. */
export const records: Readonly<Record<string, string>> = {
  "This sentence is taught already. Remove it first to give it another meaning.":
    "Esta frase já foi ensinada. Remova-a primeiro para dar outro significado a ela.",
  "There is no such example.": "Esse exemplo não existe.",
  "This sentence is in the set already. Remove it first.":
    "Esta frase já está no conjunto. Remova-a primeiro.",
  "There is no such sentence.": "Essa frase não existe.",
  "This file is no JSON. Choose a file that was exported here.":
    "Este arquivo não é JSON. Escolha um arquivo exportado daqui.",
  "The file must be a list of sentences.": "O arquivo deve ser uma lista de frases.",
  "There is no such activity or intent. Choose another one.":
    "Essa atividade ou intenção não existe. Escolha outra.",
  "There is no such article. Choose another one.": "Esse artigo não existe. Escolha outro.",
  "It is not there any more.": "Não está mais lá.",
  "Give at least two different words.": "Informe pelo menos duas palavras diferentes.",
  "There is no such talk any more.": "Essa conversa não existe mais.",
  "Several of your groups could take this. Choose one.":
    "Vários dos seus grupos poderiam assumir isto. Escolha um.",
  "Ticket {1} is finished. Open it again before you take its talk.":
    "O chamado {1} está finalizado. Reabra-o antes de assumir a conversa.",
  "There is no such completion code. Choose another one.":
    "Esse código de encerramento não existe. Escolha outro.",
  "`after` is not the `next` of a page.": "`after` não é o `next` de uma página.",
  "You could not see it yourself any more. Choose another folder, visibility or group.":
    "Você mesmo deixaria de vê-lo. Escolha outra pasta, visibilidade ou grupo.",
  "People said whether it helped: retire it instead of deleting it.":
    "Há pessoas que avaliaram se ajudou: retire-o de uso em vez de excluí-lo.",
  "{1} saved this article while you worked on it. Compare, then save again.":
    "{1} salvou este artigo enquanto você trabalhava nele. Compare e salve novamente.",
  "An article is no translation of itself.": "Um artigo não é tradução de si mesmo.",
  '"{1}" says this in the same language already.': '"{1}" já diz isto no mesmo idioma.',
  "One of the groups is not there any more.": "Um dos grupos não existe mais.",
  "The top folder cannot be moved.": "A pasta superior não pode ser movida.",
  "The top folder cannot be removed.": "A pasta superior não pode ser removida.",
  "One of the people is not there any more.": "Uma das pessoas não existe mais.",
  '"{1}" has its rights already; change those.': '"{1}" já tem permissões; altere essas.',
  "There is no such attendant.": "Esse atendente não existe.",
  "Only attendants see this list.": "Somente atendentes veem esta lista.",
  "`after` must be the `next` of this list.": "`after` deve ser o `next` desta lista.",
  "The chat is not fully configured: {1}. An administrator can set it.":
    "O chat não está totalmente configurado: {1!}. Um administrador pode completar isso.",
  "Only attendants may change a ticket.": "Somente atendentes podem alterar um chamado.",
  "Somebody else has changed this ticket meanwhile. Nothing of yours was saved; look and save again.":
    "Outra pessoa alterou este chamado nesse meio-tempo. Nada seu foi salvo; confira e salve novamente.",
  "There is no ticket with this number among yours.": "Não há chamado com este número entre os seus.",
  "There is no such {1}.": "Isto não existe: {1!}.",
  "It is used by {1}; take it out there first.": "Está em uso por: {1}; remova-o de lá primeiro.",
  '"{1}" names an agreement that is not there.': '"{1}" cita um acordo que não existe.',
  "Somebody else has changed the rules meanwhile. Read them again.":
    "Outra pessoa alterou as regras nesse meio-tempo. Leia-as novamente.",
  "There is such a {1} already.": "Isto já existe: {1!}.",
  "It names a {1} that is not there.": "Cita algo que não existe: {1!}.",
  "This activity cannot be opened by chat. Choose another one.":
    "Esta atividade não pode ser aberta pelo chat. Escolha outra.",
  "None of your groups may open tickets by chat. Ask your administrator.":
    "Nenhum dos seus grupos pode abrir chamados pelo chat. Fale com o administrador.",
  "There is no such activity.": "Essa atividade não existe.",
  "Please check these fields: {1}.": "Verifique estes campos: {1}.",
  "Somebody else has changed the mapping meanwhile. Nothing of yours was saved.":
    "Outra pessoa alterou o mapeamento nesse meio-tempo. Nada seu foi salvo.",
  "Only attendants see these records.": "Somente atendentes veem estes registros.",
  "Somebody else has changed this interaction meanwhile. Nothing of yours was saved; look and save again.":
    "Outra pessoa alterou esta interação nesse meio-tempo. Nada seu foi salvo; confira e salve novamente.",
  "There is no such interaction.": "Essa interação não existe.",
  '"{1}" is used by {2}.{3}': '"{1}" está em uso: {2!}.{3!}',
  "A file may hold {1} rows; this one has more.": "Um arquivo pode ter {1} linhas; este tem mais.",
  "This file is not JSON.": "Este arquivo não é JSON.",
  "This is not a portfolio file: {1}": "Este não é um arquivo de portfólio: {1!}",
  "A quotation mark in this file is never closed.": "Uma aspa deste arquivo nunca é fechada.",
  "The first line must name these columns: {1}.": "A primeira linha deve nomear estas colunas: {1}.",
  "These columns are not known: {1}.": "Estas colunas não são conhecidas: {1}.",
  "These columns stand there twice: {1}.": "Estas colunas aparecem duas vezes: {1}.",
  "There is no such time zone.": "Esse fuso horário não existe.",
  "The last day must not be before the first.": "O último dia não pode ser anterior ao primeiro.",
  "A report covers at most {1} days.": "Um relatório abrange no máximo {1} dias.",
  "This report cannot be told apart in this way.": "Este relatório não pode ser detalhado desta forma.",
  "This talk can no longer be rated; thank you all the same.":
    "Esta conversa não pode mais ser avaliada; obrigado mesmo assim.",
  "There is no question about a talk of yours here.": "Não há aqui pergunta sobre uma conversa sua.",
  "Each group may stand in the list once.": "Cada grupo pode estar uma única vez na lista.",
};
