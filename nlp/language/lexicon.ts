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
    someone somebody anyone user users login sign access blocked expired full`,
  es: `el la los las un una unos unas y o pero si entonces porque de del al a por para con sin sobre entre hasta desde hacia durante antes
    después en fuera aquí allí ahí cuando cuándo donde dónde qué quién cómo cuál todo todos toda todas algún alguno alguna otro otra
    otros mismo muy más menos también ya solo sólo yo me mi mis mí tú te tu tus él ella nos nosotros nuestro usted ustedes su sus le les lo
    se esto este esta eso ese esa es son soy eres está están estoy estamos era fue ser estar ha he han hay había tiene tengo tienes tenemos
    puede puedo puedes pueden quiero quiere quieres necesito necesita necesitamos sé sabe hacer hago hace hice usar uso funciona funcionan
    abrir abre cerrar cambiar nuevo nueva viejo primero último favor contraseña cuenta bloqueada bloqueado olvidé restablecer impresora
    imprimir imprime papel atascado pantalla monitor teclado ratón portátil ordenador computadora teléfono celular red lento lenta internet
    conexión conectar conecta servidor correo buzón calendario reunión sala acceso permiso carpeta archivo archivos compartida unidad
    instalar instalado programa actualizar actualización licencia error roto rota solicitud problema arreglar ayuda hoy ayer mañana semana
    mes todavía aún nada algo alguien usuario usuarios iniciar sesión entrar bloqueo caducada lleno no se nunca siempre mucho mucha`,
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
    utilizador entrar login bloqueio expirada expirou cheio não nunca sempre muita`,
};
