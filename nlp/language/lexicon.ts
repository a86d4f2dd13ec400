import type { Locale } from "../../contract/index.js";

/** Words that tell the three languages apart: the small words of grammar, and what people at a service desk write about. */
export const lexicon: Readonly<Record<Locale, string>> = {
  en: `the a an and or but if then than so because of at by for with about against between into through during before after to from
    up down in out on off over under again here there when where why how all any both each few more most other some such only own same
    too very can cannot can't will won't just don't doesn't didn't should shouldn't now i me my we our you your he him his she her it its
    they them their what which who this that these those am is isn't are aren't was were be been being have has haven't had do does did
    would could i'm it's i've would could must get got getting need needs want wants know think use using used work works working worked
    open opened close change new old first last please password account locked reset forgot printer print printing paper jam screen
    monitor keyboard mouse laptop computer phone network slow down internet wifi connection connect connected server email mailbox mail
    calendar meeting room access permission folder file files shared drive install installed software update upgrade license error
    broken request issue problem fix help today yesterday tomorrow week month since still anymore nothing something everything
    someone somebody anyone user users sign access blocked expired full pls plz thx ty u ur gimme gonna wanna gotta lemme omg lol wtf idk asap btw
    mate dude guys hey teh wheres whats hows theres thats its im ive id didnt dont doesnt cant wont isnt arent wasnt aint hasnt havent couldnt
    wouldnt shouldnt stuck freezes frozen froze crash crashed crashes keeps kept stops stopped died dead dies gone went comes came coming says
    said saying asks asked tells told takes took taking make makes made making give gives gave find found finding lose lost losing steal stole
    stolen spill spilled drop dropped fell turn turned turns hear heard hears see sees saw seen sent send sends sending receive received write
    writes wrote type types typing reads load loads loading wait waiting waits still again already since ever never always maybe please thanks
    thank sorry hello good morning afternoon evening night bye how many much long who whom whose wrong weird strange black white blue
    letters letter word words sound voice noise battery charger cable plug socket box boss colleague coworker team office desk chair floor
    building door badge card key keys list name names order buy bought pay paid payroll salary holiday vacation sick leave invoice expense
    travel trip book booked cancel cancelled ask answer call called back talk talking speak speaking human person people real stupid useless
    rubbish crap damn hell fucking shit sick tired angry annoyed hurry urgent immediately soon later minute minutes hour hours day days time
    times year years spell spelling backup denied denies denying share shared sharing copy paste delete deleted deletes restore mistake
    accident happen happened happens does done doing nobody everyone everybody none same different another second third half whole`,
  es: `el la los las un una unos unas y o pero si entonces porque de del al a por para con sin sobre entre hasta desde hacia durante antes
    después en fuera aquí allí ahí cuando cuándo donde dónde qué quién cómo cuál todo todos toda todas algún alguno alguna otro otra
    otros mismo muy más menos también ya solo sólo yo me mi mis mí tú te tu tus él ella nos nosotros nuestro usted ustedes su sus le les lo
    se esto este esta eso ese esa es son soy eres está están estoy estamos era fue ser estar ha he han hay había tiene tengo tienes tenemos
    puede puedo puedes pueden quiero quiere quieres necesito necesita necesitamos sé sabe hacer hago hace hice usar uso funciona funcionan
    abrir abre cerrar cambiar nuevo nueva viejo primero último favor contraseña cuenta bloqueada bloqueado olvidé restablecer impresora
    imprimir imprime papel atascado pantalla monitor teclado ratón portátil ordenador computadora teléfono celular red lento lenta internet
    conexión conectar conecta servidor correo buzón calendario reunión sala acceso permiso carpeta archivo archivos compartida unidad
    instalar instalado programa actualizar actualización licencia error roto rota solicitud problema arreglar ayuda hoy ayer mañana semana
    mes todavía aún nada algo alguien usuario usuarios iniciar sesión entrar bloqueo caducada lleno no se nunca siempre mucho mucha
    porfa porfis plis xfa q k xq pq tmb bn ola wey che onda dale anda andan andar andaba funca sirve sirven jala prende enciende apaga apagó
    cayó caído cayeron cae llega llegan llegó llegaron robaron robado perdí perdió borró borré borraron encuentro encontrar busco buscar
    quedó queda quedan sigue siguen seguimos salió sale salen dice dicen pide piden deja dejó puso pongo poner pone escribe escribir
    escucha escuchan oye oigo ver veo ve vemos mira miren llamar llamen llama hablar habla pasame pásame denme deme mándame manden
    espero esperando esperar rato hora horas minutos día días noche tarde gracias grasias buenas buenos hola adiós chau chao luego
    agregar agrego añadir quitar borrar copiar pegar enviar envío mandar mandé recibir recibo compré comprar pagar pago nómina
    sueldo vacaciones baja factura gasto viaje compañero compañera jefe jefa equipo oficina escritorio silla piso planta edificio puerta
    tarjeta llave lista nombre pedido pregunta respuesta alguien nadie nuevo otra vez además aunque mientras según cada ninguno ninguna
    varios varias cosa cosas lado parte forma manera raro rara extraño mal bien peor mejor malo mala bueno buena grande pequeño negra
    negro blanca blanco azul letra letras voz ruido batería cargador enchufe caja buzón clave código dirección navegador página
    porquería basura inútil idiota estúpido mierda carajo joder harto harta cansado cansada enojado urgente rápido pronto ayuden
    ayúdenme ayúdame ayuda auxilio socorro bloquearon bloqueó bloqueada cambié cambiar cambio olvidé olvidó necesitamos quisiera
    compu ordenata cel móvil móviles audífonos auriculares portátiles computadoras impresoras cuentas claves mensajes llamada llamadas`,
  pt: `o a os as um uma uns umas e ou mas se então porque de do da dos das ao à pelo pela por para pra com sem sobre entre até desde durante
    antes depois em no na nos nas num numa fora aqui ali lá quando onde quê quem como qual todo todos toda todas algum alguma outro outra
    outros mesmo muito mais menos também já só eu me meu minha meus minhas mim tu te teu você vocês vc ele ela eles nós nosso nossa a gente
    seu sua seus lhe isto este esta isso esse essa é são sou és está estão estou estamos era foi ser estar tem tenho têm temos há havia
    pode posso podem quero quer preciso precisa precisamos sei sabe fazer faço faz fiz usar uso funciona funcionam funcionando consigo
    consegue abrir abre fechar mudar trocar novo nova velho primeiro último favor senha palavra-passe conta bloqueada bloqueado esqueci
    redefinir impressora imprimir imprime papel preso tela ecrã monitor teclado rato notebook portátil computador telefone celular telemóvel
    rede lento lenta internet conexão ligação conectar conecta servidor e-mail caixa agenda calendário reunião sala acesso permissão pasta
    arquivo arquivos ficheiro compartilhada partilhada unidade instalar instalado programa atualizar atualização licença erro quebrado
    quebrada chamado solicitação pedido problema arrumar consertar ajuda hoje ontem amanhã semana mês ainda nada algo alguém usuário
    utilizador entrar bloqueio expirada expirou cheio não nunca sempre muita
    si se pfv pfvr pf vlw obg dnv tb tbm blz mt mto vc vcs cê tá tô ta to pra pro pras pros cadê cade né hein oi oie opa aí ai kd hj msm
    caiu caíram cai chega chegam chegou chegaram roubaram roubado perdi perdeu apaguei apagou apagaram acho achar procuro procurar
    ficou fica ficam continua continuam saiu sai saem diz dizem pede pedem deixa deixou pôs ponho colocar coloca coloco digita digitando
    escuta ouve ouço ouvir ver vejo vê vemos olha olhem ligar liguem liga ligou falar fala falando passa passem manda mande mandem
    espero esperando esperar tempo hora horas minutos dia dias noite tarde manhã obrigado obrigada valeu bom boa olá tchau
    adicionar adiciono incluir tirar apagar copiar colar enviar envio mandar mandei receber recebo comprei comprar pagar pago folha
    salário férias licença nota despesa viagem colega chefe equipe time escritório mesa cadeira andar prédio porta
    cartão chave lista nome pedido pergunta resposta alguém ninguém novo outra vez além embora enquanto segundo cada nenhum nenhuma
    vários várias coisa coisas lado parte forma jeito estranho esquisito ruim mal bem pior melhor mau bom grande pequeno preta
    preto branca branco azul letra letras som voz barulho bateria carregador tomada código endereço navegador página
    lixo porcaria inútil idiota burro merda porra droga saco cansado cansada irritado urgente rápido logo ajudem
    ajudar ajuda socorro bloquearam bloqueou bloqueada mudei troquei trocar mudar mudança esqueci esqueceu precisamos gostaria queria
    demora demorando demorou deu dando dar pau travou trava travando sumiu sem querer instalo instalei logar logando sistema
    micro celulares fones notebooks computadores impressoras contas senhas mensagens chamada ligações`,
};

/** Said in all three languages alike: names of things and products tell nothing. */
export const sharedWords: ReadonlySet<string> = new Set(
  `wifi wi-fi email e-mail mail mails laptop teams outlook vpn chat pc login logout app apps mouse monitor notebook software hardware link links
  reset backup tablet desktop internet online offline office excel word powerpoint sharepoint zoom onedrive hub dock docking headset token
  ticket tickets firewall bluetooth usb pdf windows mac android iphone ipad google chrome microsoft sap erp crm bot web site spam virus phishing
  mfa pin sms router modem scanner toner zip ok no a total normal original manual digital local area admin error hotel video audio radio`.split(
    /\s+/u,
  ),
);
