import type { Corpus } from "./built-in.js";

export const portuguese: Corpus = {
  greet: `olá | oi | eai | e ai blz | bom dia | boa tarde | boa noite | oi, tudo bem? | oie | e aí | opa | olá, tem alguém aí? | oi bot | oii | ola
    tudo bem? | tudo bom | oi gente | olá assistente | fala aí | saudações | olá novamente | bom diaa | viva | ora viva | oi oi
    como vai você | oi pessoal | boas | oi, boa tarde | olá, como está? | bdia`,
  thanks: `obrigado | obrigada | muito obrigado | muito obrigada | valeu | vlw | obg | brigado | agradeço | grato | perfeito, obrigado
    deu certo, obrigado | ajudou muito | ótimo, obrigada pela ajuda | funcionou, valeu | você é demais | obrigadão | show, obrigado
    problema resolvido, obrigada | muito gentil | excelente atendimento | agradecida | obrigado mesmo assim | fixe, obrigado
    resolveu, obrigado | tmj, valeu | me salvou | bom trabalho | brigadão | era isso mesmo, obrigada pela atenção`,
  goodbye: `tchau | adeus | até logo | até mais | até amanhã | falou | tenha um bom dia | é só isso, tchau | xau | até breve | flw
    já vou | até a próxima | se cuida | terminei, até mais | mais nada, tchau | fui | bom fim de semana | era só isso
    tenho que ir | encerrar chat | até já | abraço, tchau | bom descanso | por hoje é só | finalizar conversa | xauzinho
    fica bem, adeus`,
  help: `ajuda | o que você pode fazer? | o que você faz | em que pode me ajudar | como funciona isso | quais são as opções | menu
    mostra o menu | preciso de ajuda | pode me ajudar? | me ajuda por favor | o que sabes fazer | que serviços oferece | opções
    não sei por onde começar | o que posso te perguntar | pra que serve este chat | mostre as opções | lista de opções | ajuda pfv
    o que posso pedir aqui | me dê exemplos do que você faz | menu principal | como uso este chat | que tipo de solicitação você atende
    me diz o que você consegue fazer | estou perdido, me orienta | ver opções disponíveis | em que me podes ajudar | ajudaa`,
  "are-you-a-bot": `você é um robô? | você é um bot? | você é humano? | é uma pessoa de verdade? | estou falando com uma máquina?
    isso é um bot | quem é você | o que é você | qual é o seu nome | você é uma ia | és um robô? | tem uma pessoa por trás disso?
    você é o chatgpt | isto é automático | falo com um computador ou com uma pessoa | parece um robô | és uma pessoa real?
    com quem estou falando | quem te criou | você é inteligência artificial | é uma pessoa que responde | você tem sentimentos
    você está vivo | me diz seu nome | és um programa não és | vc é robô`,
  "change-language": `fala em português | você fala português? | mudar idioma | em português por favor | muda para inglês | em inglês por favor
    quero mudar o idioma | podemos falar em português | português | não falo inglês | não entendo espanhol, em português por favor
    responda em português | trocar o idioma para espanhol | posso escrever em inglês | prefiro português | outro idioma | trocar de língua
    que línguas você fala? | escreve em português | vamos continuar em português | coloca o chat em inglês | idioma do chat
    não sei falar inglês | traduz esta conversa para espanhol | falar em espanhol | alterar a língua`,
  yes: `sim | claro | com certeza | ok | certo | isso | isso mesmo | exato | correto | pode ser | pode sim | sim por favor | tá bom | tá
    afirmativo | positivo | beleza | blz | perfeito | faz isso | sim, é isso que eu quero | confirmo | está bem | de acordo
    sss | aham | uhum | bora | pode abrir | é esse | sim quero | simm | manda ver | sem dúvida | quero sim | pois sim`,
  no: `não | nao | n | não obrigado | de jeito nenhum | negativo | não é isso | isso não | errado | incorreto | nenhuma | nenhum desses
    nada disso | não, não foi isso que perguntei | não era isso | acho que não | nem pensar | também não | não, é outra coisa | nunca
    nenhuma das anteriores | não ajudou | não, continua sem funcionar | não quero | esse não | ainda não | naum | nope
    nada a ver | não, é outro problema | claro que não | nenhum deles`,
  cancel: `cancelar | cancela | esquece | deixa pra lá | deixa | pare | para com isso | anular | mudei de ideia | sair | voltar
    não quero mais | deixa assim | cancela a solicitação | não quero continuar | melhor não | não precisa mais | desistir | desisto
    não abra | quero começar de novo | descartar | cancela tudo | voltar ao início | esqueça isso | cancela isso por favor
    não continue | já não preciso | prefiro não continuar | me tira daqui | deixe estar`,
  "talk-to-attendant": `falar com um atendente | quero falar com uma pessoa | falar com um humano | atendente | operador | um humano por favor
    me conecta com um atendente | me passa para alguém | preciso falar com alguém | quero um atendente | uma pessoa pode me atender?
    quero falar com um técnico | me transfere para o suporte | tem alguém que me atenda | falar com um representante | atendimento humano
    me coloca com um operador | quero conversar com um atendente ao vivo | pessoa real por favor | quero ser atendido por gente
    não quero falar com robô | quero que um analista me ligue | posso falar com alguém da ti? | contactar o suporte | assistente humano
    passa-me a um colega | quero falar com o supervisor | preciso de uma pessoa de verdade | quero fala com atendente | analista
    prefiro falar com uma pessoa | alguém pode me atender | falar com o help desk | chama um atendente pfv | falar c/ atendente
    gostaria de falar com um agente
    chega de robô, um humano por favor | não com uma máquina, com uma pessoa | alguém de carne e osso, não este bot`,
  "resume-attendance": `retomar atendimento | continuar minha conversa com o atendente | voltar para o meu atendente | retomar o chat
    eu estava falando com um atendente | a conversa caiu, me reconecta | me reconecta com o atendente | continuar de onde paramos
    estava falando com alguém e caiu | voltar à conversa anterior | quero continuar com o técnico de antes | retoma o atendimento
    continuar o atendimento | voltar com a pessoa que estava me ajudando | minha conexão com o atendente caiu
    reabrir minha conversa com o suporte | perdi a conexão com o analista | seguir com o mesmo atendente | retomar conversa
    eu estava na fila de espera, me coloca de novo | cadê meu atendente | quero continuar a conversa anterior
    fechou a janela enquanto me atendiam | recuperar meu atendimento | continuar com o agente que me estava a atender`,
  frustration: `esse bot é um desastre | que bot ruim | você é um bot inútil | você é o pior | bot de merda
    você não serve para nada | isso é inútil | seu inútil | que porcaria | isso é uma merda | estou farto | estou cansada disso
    você não entende nada | é perda de tempo | que desastre | já perdi a paciência | idiota | burro | robô burro | vai pro inferno
    estou esperando há horas | nada funciona | péssimo atendimento | o pior suporte | tá de brincadeira | que droga | caramba viu
    estou muito irritado | estou furiosa | isso é inaceitável | já perguntei três vezes a mesma coisa | é a quarta vez que escrevo
    ninguém resolve | que vergonha de serviço | máquina idiota | cala a boca | sempre a mesma coisa | isso nunca funciona porra
    vai se foder | vai tomar no cu | não ajuda em nada | fica repetindo a mesma coisa | que atendimento horrível | puta que pariu
    ninguém me responde nunca | palhaçada | que saco
    você é um lixo | que lixo | isso aqui é um lixo | vai se ferrar`,
  "new-ticket": `abrir um chamado | quero abrir um chamado | criar um ticket | novo chamado | registrar um incidente | reportar um problema
    abre um chamado pra mim | preciso reportar uma falha | fazer uma solicitação | quero fazer um pedido | registar um incidente
    abrir uma solicitação | estou com um problema | algo não funciona | quero registrar uma ocorrência | cria um incidente por favor
    abra um caso por favor | preciso gerar uma requisição | quero reportar uma coisa | como abro um chamado? | nova solicitação
    novo incidente | comunicar uma avaria | abrir um ticket de suporte | registra esse problema | manda isso pro suporte como chamado
    abrir chamdo | nova requisição | iniciar um novo pedido | abrir um ticket | deu problema aqui`,
  "ticket-status": `qual o status do meu chamado? | status do chamado | status do chamado 1042 | como está minha solicitação | novidades do meu chamado
    onde está meu chamado | consultar meu chamado | acompanhar minha solicitação | já resolveram meu incidente? | alguém viu meu chamado
    o que aconteceu com o chamado 2231 | rastrear meu pedido | atualização do INC-1001 | mostrar meus chamados | meus chamados abertos
    quando vão resolver meu chamado | abri um chamado ontem, alguma novidade? | quem está com meu chamado | como está o meu caso
    quero saber como anda meu chamado | em que pé está meu pedido 553 | fecharam meu chamado? | o número do meu chamado é 1207
    consultar solicitação número 88 | alguma novidade do meu caso | já arrumaram o que reportei semana passada | listar meus tickets
    tem andamento no meu incidente | como vai o meu pedido | estado do meu pedido | minhas solicitações`,
  "out-of-scope": `como está o tempo hoje | vai chover amanhã | me conta uma piada | quem ganhou o jogo | toca uma música | qual a capital da frança
    como faço panquecas | me dá uma receita de feijoada | quem é o presidente do brasil | qual o sentido da vida | canta pra mim
    qual a altura do everest | que horas são em tóquio | traduz cachorro para alemão | escreve um poema | o que vou jantar hoje
    a que distância fica a lua | quem pintou a mona lisa | me recomenda um filme | quanto foi o jogo do flamengo | deus existe
    quantas calorias tem uma banana | um bom restaurante aqui perto | coloca um alarme para as sete | compra um voo para lisboa
    quanto está o bitcoin | fala da segunda guerra mundial | como emagrecer | meu cachorro está doente | você gosta de mim
    casa comigo | quanto é 25 vezes 14 | acende a luz da sala | a que horas passa o ônibus | reserva uma mesa para dois
    qual sua cor favorita | como tirar mancha de vinho | quem canta essa música | me conta uma curiosidade | quanto está o dólar
    qual a idade do universo | devo comprar ações da tesla | me recomenda um livro | como treinar para uma maratona
    o que passa na tv hoje | minha namorada me deixou | planeja uma viagem a roma | joga um dado | como plantar tomates | asdfgh jkl
    blá blá blá | quantas pessoas vivem em portugal | explica física quântica | que signo é março | chama um táxi | quero uma pizza
    hotel barato em madri | como troco um pneu | quando afundou o titanic | o melhor jogador do mundo | números da loteria
    quando é o carnaval | horóscopo de hoje | conta uma história | benfica ou porto | como faço brigadeiro | previsão do tempo
    o que você pensa da política | o que acha do futebol | onde compro sapato barato | onde dá para dançar no sábado
    como conserto uma torneira pingando | como arrumo a corrente da bicicleta | como aprendo a tocar violão | como se faz um cachecol de tricô
    estou com dor de cabeça | meu joelho dói quando corro | estou gripado, o que eu tomo | meu gato não come | meu vizinho faz muito barulho
    tem vida em marte | tem alguma farmácia aberta | está frio lá fora | café faz mal | destino existe
    quero cantar | dança pra mim | fala algo engraçado | fala um trava-língua | adivinha minha idade | conta até dez
    reserva um hotel em roma | quero uma passagem de trem para viena | aluga um carro pra mim | pede sushi | compra flores para minha mãe
    quem vai ganhar a eleição | quem inventou o telefone | quem escreveu dom casmurro | quem é seu cantor favorito
    quando nasceu napoleão | quando começa o verão | que dia cai o natal | o que diz meu signo | o que é o amor
    me dá um número de 1 a 100 | me dá um conselho amoroso | me dá as notícias | o que eu visto hoje | me fala algo sobre gatos
    você sabe cozinhar | você dirige carro | me empresta dinheiro | cachorro pode comer uva | escreve minha redação sobre camões
    eu gosto de pizza | estou entediado | estou com fome | eu te amo | odeio segunda-feira | hoje estou triste | me sinto sozinho | vamos jogar
    o café daqui é horrível | a comida estava fria | meu carro não pega | o trânsito está terrível hoje | furou o pneu da bicicleta
    onde fica o estádio | onde nasceu a anitta | onde vende tapioca | como chego no aeroporto | como se diz gato em francês
    meu carro pifou | a janela está quebrada | meus óculos quebraram | a geladeira está vazia | o elevador está parado | a porta não fecha
    minha máquina de lavar faz barulho | o chuveiro está frio | minha mesa é muito pequena | quebrei o braço | o rádio de casa está sem sinal
    meu relógio parou | a chaleira não funciona | o telhado está com goteira | preciso cortar o cabelo | preciso de um médico | preciso de uma cama nova
    preciso de um visto para a china | como peço um financiamento da casa | como peço uma bolsa de estudos | qual é o cep de madri
    que carro eu compro | qual câmera é boa para viagem | qual o melhor tablet para criança | que videogame dou para meu sobrinho
    quando é meu aniversário | quanto custa uma casa | quanto ganha um piloto | pede canetas e papel | precisa regar as plantas
    quem limpa as janelas | onde fica o ponto de ônibus | onde pode fumar | a academia abre no domingo | quero mudar meu plano de saúde
    esse fim de semana vou à praia | viu o filme novo | como se diz boa tarde em alemão | diz tchau em italiano`,
};
