/** Refusals around talks: messages, files, attendances, consults. */
export const talks: Readonly<Record<string, string>> = {
  "You are in a talk with an attendant; end it first.":
    "Você está em uma conversa com um atendente; encerre-a primeiro.",
  "There is no talk of a guest to take along.": "Não há conversa de convidado para levar com você.",
  "This talk cannot be closed right now.": "Esta conversa não pode ser encerrada agora.",
  "There is no such conversation of yours.": "Você não tem essa conversa.",
  "The chat is switched off.": "O chat está desativado.",
  "Guests may not do this; please log in.": "Convidados não podem fazer isto; entre com sua conta.",
  "You already have an attendance; end it first or go on there.":
    "Você já tem um atendimento; encerre-o primeiro ou continue nele.",
  "You have no ticket {1}.": "Você não tem o chamado {1}.",
  "Talking to an attendant is switched off here; a ticket can be opened.":
    "Aqui a conversa com um atendente está desativada; você pode abrir um chamado.",
  "No group takes attendances for this; parameter 389 can name one.":
    "Nenhum grupo recebe atendimentos para isto; o parâmetro 389 pode indicar um.",
  "The attendants for this are not there now. You can submit a request; they will answer it when they are back.":
    "Os atendentes não estão disponíveis agora. Você pode enviar uma solicitação; eles responderão quando voltarem.",
  "Channels post activities here.": "Os canais enviam suas atividades para cá.",
  "The service URL is not one this desk answers to.":
    "O endereço do serviço não é um ao qual esta central responde.",
  "The keys of the channel could not be read. Send it again later.":
    "Não foi possível ler as chaves do canal. Envie novamente mais tarde.",
  "A valid token of the channel is needed.": "É necessário um token válido do canal.",
  "The token does not allow this.": "O token não permite isto.",
  "The message could not be taken.": "Não foi possível receber a mensagem.",
  "Channels are off: no app id is configured.":
    "Os canais estão desativados: nenhum identificador de aplicativo está configurado.",
  "The desk is busy. Send it again later.": "A central está ocupada. Envie novamente mais tarde.",
  "This account may not write to the desk.": "Esta conta não pode escrever para a central.",
  "Only the requester can close the talk; end the attendance instead.":
    "Somente o solicitante pode encerrar a conversa; encerre o atendimento.",
  "An agent's message needs the epoch it is written under.":
    "A mensagem de um atendente precisa da época em que é escrita.",
  "A message has at most {1} characters.": "Uma mensagem pode ter no máximo {1} caracteres.",
  "There is nothing to send.": "Não há nada para enviar.",
  "Somebody else has this conversation now.": "Outra pessoa está com esta conversa agora.",
  "This conversation has ended; start a new one or resume it.":
    "Esta conversa terminou; inicie uma nova ou retome-a.",
  "You can talk when both of you have linked each other. Ask your colleague to link you.":
    "Vocês podem conversar quando ambos tiverem se vinculado. Peça ao colega que vincule você.",
  "There is no such attendance, or it is not yours to see.":
    "Esse atendimento não existe ou você não pode vê-lo.",
  "{1} has already accepted this attendance.": "{1} já aceitou este atendimento.",
  "This attendance is over, or its requester took it back.":
    "Este atendimento terminou ou o solicitante desistiu dele.",
  "This attendance waits for a group you do not belong to. Ask an administrator to add you.":
    "Este atendimento espera um grupo ao qual você não pertence. Peça a um administrador que adicione você.",
  "You are set to offline. Change your availability first.":
    "Você está como desconectado. Mude primeiro sua disponibilidade.",
  "{1} is offline. Choose somebody else or a group.":
    "{1} está desconectado. Escolha outra pessoa ou um grupo.",
  "You have all {1} conversations you can take. End or pass on one first.":
    "Você já tem as {1} conversas que pode atender. Encerre ou transfira uma primeiro.",
  "Your capacity is {1} and used up. Say that you take this talk all the same.":
    "Sua capacidade é {1} e está esgotada. Diga que assume esta conversa mesmo assim.",
  "{1} has all {2} conversations they can take. Choose somebody else or a group.":
    "{1} já tem as {2} conversas que pode atender. Escolha outra pessoa ou um grupo.",
  'You have all {1} conversations of the channel "{2}" you can take. End or pass on one first.':
    'Você já tem as {1} conversas do canal "{2}" que pode atender. Encerre ou transfira uma primeiro.',
  '{1} has all {2} conversations of the channel "{3}" they can take. Choose somebody else.':
    '{1} já tem as {2} conversas do canal "{3}" que pode atender. Escolha outra pessoa.',
  "{1} does not belong to a group of this attendance. Choose somebody of the group, or pass it to another group first.":
    "{1} não pertence a um grupo deste atendimento. Escolha alguém do grupo ou passe-o antes a outro grupo.",
  "Somebody else is being asked for this attendance now.":
    "Outra pessoa está sendo consultada agora sobre este atendimento.",
  "This group gives out its attendances by itself. You will be asked when it is your turn.":
    "Este grupo distribui seus atendimentos automaticamente. Você será consultado na sua vez.",
  "{1} is closed now. Choose another group or a person.":
    "{1} está fechado agora. Escolha outro grupo ou uma pessoa.",
  "The attendance cannot go there: no such attendant or group takes attendances, or they have it already.":
    "O atendimento não pode ir para lá: nenhum atendente ou grupo assim recebe atendimentos, ou já está com ele.",
  "Nobody of {1} can be asked for now: the assistant alone answers there. Choose a colleague or another group.":
    "Ninguém de {1} pode ser chamado agora: lá só o assistente responde. Escolha um colega ou outro grupo.",
  "Only its attendant, its requester or a supervisor may do this.":
    "Somente o atendente, o solicitante ou um supervisor podem fazer isto.",
  "Only attendants accept attendances.": "Somente atendentes aceitam atendimentos.",
  "The second group must be another group that is there.": "O segundo grupo deve ser outro grupo existente.",
  '"{1}" takes no attendances.': '"{1}" não recebe atendimentos.',
  "Owner and dispatcher must be active people of the desk.":
    "O responsável e o distribuidor devem ser pessoas ativas da central.",
  'The group of "{1}" takes no attendances.': 'O grupo de "{1}" não recebe atendimentos.',
  "Two rules have the same id.": "Duas regras têm o mesmo identificador.",
  "This file has been sent.": "Este arquivo já foi enviado.",
  "There is no such file of yours.": "Não há esse arquivo seu.",
  "A file of this message is no longer there. Please attach it again.":
    "Um arquivo desta mensagem não existe mais. Anexe-o novamente.",
  "A file of this message has been sent before.": "Um arquivo desta mensagem já foi enviado antes.",
  "This file is empty.": "Este arquivo está vazio.",
  "This upload belongs to another conversation.": "Este envio pertence a outra conversa.",
  "Something harmful was found in this file. It is not given to anybody.":
    "Algo nocivo foi encontrado neste arquivo. Ele não é entregue a ninguém.",
  "This file has not been checked for harmful content yet. Please try again in a few minutes.":
    "Ainda não foi verificado se este arquivo contém algo nocivo. Tente de novo em alguns minutos.",
  "This picture is too large or moves too long. Please send a smaller one.":
    "Esta imagem é grande demais ou se move por tempo demais. Envie uma menor.",
  "This picture is broken and cannot be opened.": "Esta imagem está danificada e não pode ser aberta.",
  "The store of files is away. Please try again in a moment.":
    "O repositório de arquivos não responde. Tente de novo em um momento.",
  "Files of this kind cannot be sent. Images, PDF, Office documents, plain text, sound, video and ZIP can.":
    "Arquivos deste tipo não podem ser enviados. Imagens, PDF, documentos do Office, texto simples, som, vídeo e ZIP podem.",
  "The upload took too long. Please try again.": "O envio demorou demais. Tente novamente.",
  "This consult has ended. Start a new one.": "Esta consulta terminou. Inicie uma nova.",
  "You are not invited to this consult. Ask somebody in it.":
    "Você não foi convidado para esta consulta. Peça a alguém que participe dela.",
  "Only the person who started the consult sets its Chat Time.":
    "Somente quem iniciou a consulta define o tempo de chat.",
  "Choose colleagues who are attendants of this desk.": "Escolha colegas que sejam atendentes desta central.",
  "Choose a participant in Connections first.": "Escolha primeiro um participante em Conexões.",
  "This participant is not in the consult any more.": "Este participante não está mais na consulta.",
  "There is no such colleague.": "Esse colega não existe.",
  "Only attendants consult each other.": "Somente atendentes se consultam entre si.",
  "200 people take part already, more are not possible.":
    "Já participam 200 pessoas; não é possível adicionar mais.",
  "Its attendant cannot be removed; transfer the talk instead.":
    "O atendente da conversa não pode ser removido; transfira a conversa.",
  "No attendant has this talk. Accept it first.":
    "Nenhum atendente está com esta conversa. Aceite-a primeiro.",
  "None of the others can take the talk now. Transfer it to somebody else or end it.":
    "Nenhum dos outros pode assumir a conversa agora. Transfira-a para outra pessoa ou encerre-a.",
  "Only active attendants can be named here. Choose somebody else.":
    "Aqui só podem ser indicados atendentes ativos. Escolha outra pessoa.",
  "Only active attendants can take part. Choose somebody else.":
    "Somente atendentes ativos podem participar. Escolha outra pessoa.",
  "Only admins keep replies that others use too.":
    "Somente administradores mantêm respostas que outros também usam.",
  "Only admins keep replies that others use too; keep it as your own.":
    "Somente administradores mantêm respostas que outros também usam; guarde-a como sua.",
  "Only attendances of the same requester can be merged.":
    "Somente atendimentos do mesmo solicitante podem ser unidos.",
  "Only colleagues of the desk can be named in a note.":
    "Somente colegas da central podem ser citados em uma nota.",
  "Only supervisors may do this.": "Somente supervisores podem fazer isto.",
  "Only supervisors see the wall.": "Somente supervisores veem o painel ao vivo.",
  "Only who takes part in a talk adds or removes others.":
    "Somente quem participa de uma conversa adiciona ou remove outros.",
  "The requester may not read this article.": "O solicitante não pode ler este artigo.",
  'There is a reply "/{1}" already.': 'Já existe uma resposta "/{1}".',
  "There is no such reply of yours.": "Você não tem essa resposta.",
  "You are the only attendant here. Transfer the talk or end it.":
    "Você é o único atendente aqui. Transfira a conversa ou encerre-a.",
};
