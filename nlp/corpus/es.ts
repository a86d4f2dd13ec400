import type { Corpus } from "./built-in.js";

export const spanish: Corpus = {
  greet: `hola | buenas | buenos días | buenas tardes | buenas noches | hola buenas | qué tal | hola, ¿cómo estás? | hola bot | holaa
    muy buenas | buen día | hey hola | ¿hay alguien ahí? | holi | saludos | hola asistente | que onda | ola | hola de nuevo
    qué hubo | hola buen dia | hola a todos | buenas, ¿me escuchas? | un saludo | hola equipo | cómo va todo | wenas
    encantado de saludarte | hola hola`,
  thanks: `gracias | muchas gracias | mil gracias | gracias por la ayuda | te lo agradezco | grax | grcs | perfecto, gracias | genial, gracias
    ya funciona, gracias | muy amable | se agradece | excelente, muchas gracias | me sirvió, gracias | gracias crack | ok gracias
    estupendo, muchísimas gracias | problema resuelto, gracias | me has ayudado mucho | gracias igualmente | qué buena ayuda
    solucionado, gracias | te pasaste, gracias | buen trabajo | gracias de todos modos | me salvaste | quedó perfecto, gracias
    agradecido | eso me ayudó un montón`,
  goodbye: `adiós | chao | chau | hasta luego | nos vemos | hasta mañana | hasta pronto | que tengas buen día | eso es todo, adiós | bye
    me voy | hasta la próxima | cuídate | ya terminé, hasta luego | nada más, adiós | me despido | hasta otra | buen fin de semana
    eso sería todo | ya me tengo que ir | chaito | hasta la vista | terminar chat | adios y que vaya bien | eso era todo, hasta luego
    nos hablamos | finalizar la conversación`,
  help: `ayuda | ¿qué puedes hacer? | ¿en qué me puedes ayudar? | cómo funciona esto | qué opciones tengo | menú | muéstrame el menú
    necesito ayuda | ¿me ayudas? | ayúdame por favor | qué sabes hacer | qué servicios ofreces | para qué sirves | opciones
    no sé por dónde empezar | qué te puedo preguntar | para qué es este chat | enséñame las opciones | lista de opciones | ayuda pf
    qué cosas puedo pedir aquí | dame ejemplos de lo que haces | menu principal | cómo uso este chat | qué tipo de solicitudes atiendes
    dime qué puedes hacer | estoy perdido, oriéntame | ver opciones disponibles | aiuda | qué podés hacer vos`,
  "are-you-a-bot": `¿eres un bot? | ¿eres un robot? | ¿eres humano? | ¿eres una persona real? | ¿estoy hablando con una máquina?
    esto es un bot | quién eres | qué eres | cómo te llamas | eres una ia | sos un bot? | ¿hay una persona detrás de esto?
    eres chatgpt | esto es automático | hablo con una computadora o con una persona | pareces un robot | sos humano o robot
    con quién hablo | quién te creó | eres inteligencia artificial | me contesta una persona | tienes sentimientos
    estás vivo | dime tu nombre | eres un programa verdad | usted es una máquina`,
  "change-language": `habla en español | ¿hablas español? | cambiar idioma | en español por favor | cambia a inglés | en inglés por favor
    quiero cambiar el idioma | podemos hablar en español | español | no hablo inglés | no entiendo portugués, en español por favor
    responde en español | cambia el idioma a portugués | puedo escribir en inglés | prefiero español | otro idioma | castellano por favor
    ¿en qué idiomas hablas? | escríbeme en castellano | continuemos en español | pon el chat en inglés | idioma del chat
    no sé inglés | puedes traducir esta charla al portugués | háblame en castellano | hablar en portugués`,
  yes: `sí | si | claro | por supuesto | vale | ok | dale | correcto | exacto | eso es | así es | de acuerdo | sí por favor | adelante
    afirmativo | efectivamente | seguro | sip | sii | perfecto | hazlo | sí, eso quiero | confirmo | está bien | me parece bien
    okey | obvio | desde luego | simón | va | ese mismo | sí quiero | listo, sí | venga | ándale | bueno sí`,
  no: `no | nop | no gracias | para nada | negativo | nel | eso no | no es eso | incorrecto | ninguna | ninguno de estos | nada de eso
    no, eso no es lo que pregunté | no me refería a eso | no creo | qué va | tampoco | en absoluto | no, es otra cosa | nunca
    ninguna de las anteriores | no me sirvió | no, sigue sin funcionar | equivocado | no quiero | ese no | todavía no | noo
    nada que ver | no, es un problema distinto | claro que no`,
  cancel: `cancelar | cancela | olvídalo | déjalo | no importa | para | detente | anular | cambié de opinión | salir | volver | atrás
    ya no quiero | déjalo así | cancela la solicitud | no quiero continuar | mejor no | ya no hace falta | dejémoslo | parar
    no lo abras | quiero empezar de nuevo | descartar | anula todo | regresar al inicio | olvidate | cancela eso por favor
    no sigas | ya no lo necesito | prefiero no seguir | sácame de aquí`,
  "talk-to-attendant": `hablar con un agente | quiero hablar con una persona | hablar con un humano | agente | operador | un humano por favor
    comunícame con un agente | pásame con alguien | necesito hablar con alguien | asesor | quiero un asesor | me atiende una persona?
    quiero hablar con un técnico | transfiéreme a soporte | hay alguien que me atienda | hablar con un representante | atención humana
    ponme con un operador | deseo chatear con un agente en vivo | persona real por favor | que me atienda un humano ya
    no quiero hablar con un robot | quiero que me llame un analista | puedo hablar con alguien de sistemas? | contactar con soporte
    pasame con un humano | quiero hablar con tu supervisor | necesito una persona de verdad | ejecutivo | me comunicas con un ejecutivo
    prefiero hablar con una persona | me puede atender alguien | hablar con atencion al cliente | kiero hablar con una persona
    derívame a un compañero | quiero hablar con el encargado
    basta de robots, un humano por favor | no con una máquina, con una persona | alguien de carne y hueso, no este bot`,
  "resume-attendance": `retomar la atención | continuar mi conversación con el agente | volver con mi agente | retomar el chat
    estaba hablando con un agente | se cortó el chat, reconéctame | vuelve a conectarme con el asesor | seguir donde lo dejamos
    estaba hablando con alguien y se desconectó | volver a la conversación anterior | quiero seguir con el técnico de antes
    reanudar la atención | continuar la atención | regresar con la persona que me estaba ayudando | se me cayó la conexión con el agente
    reabrir mi conversación con soporte | perdí la conexión con el asesor | seguir con el mismo agente | reanudar chat
    estaba en la cola de espera, ponme otra vez | dónde quedó mi agente | quiero continuar la charla anterior
    se cerró la ventana mientras me atendían | recuperar mi atención | continuar con el analista que me atendía`,
  frustration: `este bot es un desastre | qué bot más malo | sos un bot inútil | sos lo peor | menudo bot de mierda
    no sirves para nada | esto es inútil | eres un inútil | qué porquería | esto es una mierda | estoy harto | estoy harta
    no entiendes nada | es una pérdida de tiempo | qué desastre | me tienes cansado | idiota | estúpido | bot estúpido | vete al diablo
    llevo horas esperando | nada funciona | pésimo servicio | el peor soporte | me estás tomando el pelo | maldita sea | joder
    estoy muy enojado | estoy muy molesta | esto es inaceptable | ya pregunté tres veces lo mismo | es la cuarta vez que escribo
    nadie me resuelve | qué vergüenza de servicio | máquina tonta | cállate | siempre lo mismo | esto nunca funciona carajo
    se me acaba la paciencia | no ayudas en nada | repites siempre lo mismo | qué asco de atención | la puta madre | hijo de puta
    no me jodas | nadie me responde nunca | qué pendejada
    eres una basura | qué basura | esto es basura`,
  "new-ticket": `abrir un ticket | quiero abrir un ticket | crear un ticket | nuevo ticket | registrar una incidencia | reportar un problema
    levantar un ticket | necesito reportar una falla | hacer una solicitud | quiero hacer un pedido | registrar un incidente
    abrir una solicitud | tengo un problema | algo no funciona | quiero poner una incidencia | crear una incidencia por favor
    abre un caso por favor | necesito generar una solicitud | quiero reportar algo | cómo abro un ticket? | nueva solicitud
    nuevo incidente | dar parte de una avería | abrir un caso de soporte | registra este problema | manda esto a soporte como ticket
    levantar un reporte | tengo una incidencia | kiero abrir un tiket | iniciar un nuevo pedido | generar un requerimiento`,
  "ticket-status": `¿cuál es el estado de mi ticket? | estado del ticket | estado del ticket 1042 | cómo va mi solicitud | novedades de mi ticket
    dónde está mi ticket | consultar mi ticket | seguimiento de mi solicitud | ya resolvieron mi incidencia? | alguien vio mi ticket
    qué pasó con el ticket 2231 | rastrear mi pedido | actualización de INC-1001 | mostrar mis tickets | mis tickets abiertos
    cuándo van a resolver mi ticket | abrí un ticket ayer, ¿hay novedades? | quién tiene mi ticket | cómo va mi caso | mis solicitudes
    quiero saber cómo va mi ticket | en qué quedó mi pedido 553 | cerraron mi ticket? | mi número de ticket es 1207 | ver estatus
    consultar solicitud número 88 | alguna novedad de mi caso | ya arreglaron lo que reporté la semana pasada | listar mis incidencias
    hay avance de mi incidente | cómo va mi incidencia`,
  "out-of-scope": `qué tiempo hace hoy | va a llover mañana | cuéntame un chiste | quién ganó el partido | pon música | cuál es la capital de francia
    cómo se hacen las tortitas | dame una receta de paella | quién es el presidente de méxico | cuál es el sentido de la vida | canta algo
    qué altura tiene el everest | qué hora es en tokio | traduce perro al alemán | escríbeme un poema | qué ceno hoy
    a qué distancia está la luna | quién pintó la mona lisa | recomiéndame una película | cómo quedó el real madrid | existe dios
    cuántas calorías tiene un plátano | un buen restaurante por aquí | pon una alarma a las siete | cómprame un vuelo a lisboa
    a cuánto está el bitcoin | háblame de la segunda guerra mundial | cómo bajo de peso | mi perro está enfermo | te gusto
    cásate conmigo | cuánto es 25 por 14 | enciende las luces de la sala | a qué hora pasa el autobús | reserva una mesa para dos
    cuál es tu color favorito | cómo quito una mancha de vino | quién canta esta canción | cuéntame una curiosidad
    a cuánto está el dólar | qué edad tiene el universo | compro acciones de tesla | recomiéndame un libro | cómo entrenar un maratón
    qué hay en la tele | me dejó mi novia | organiza un viaje a roma | tira un dado | cómo se cultivan tomates | asdfgh jkl
    bla bla bla | cuánta gente vive en argentina | explícame la física cuántica | qué signo es marzo | pídeme un taxi | quiero una pizza
    hotel barato en madrid | cómo cambio una llanta | cuándo se hundió el titanic | el mejor jugador del mundo | números de la lotería
    cuándo es semana santa | horóscopo de hoy | cuéntame un cuento | messi o ronaldo | cómo hago guacamole
    qué piensas de la política | qué opinas del fútbol | dónde compro zapatos baratos | dónde se puede bailar los sábados
    cómo reparo un grifo que gotea | cómo arreglo la cadena de la bicicleta | cómo aprendo a tocar la guitarra | cómo se teje una bufanda
    me duele la cabeza | me duele la rodilla al correr | estoy resfriado, qué tomo | mi gato no come | mi vecino hace mucho ruido
    hay vida en marte | hay alguna farmacia abierta | hace frío afuera | el café hace daño | existe el destino
    quiero cantar | baila para mí | dime algo gracioso | dime un trabalenguas | adivina mi edad | cuenta hasta diez
    reserva un hotel en roma | quiero un billete de tren a viena | alquílame un coche | pídeme sushi | compra flores para mi mamá
    quién va a ganar las elecciones | quién inventó el teléfono | quién escribió don quijote | quién es tu cantante favorito
    cuándo nació napoleón | cuándo empieza el verano | qué día cae navidad | qué dice mi horóscopo | qué es el amor
    dame un número del 1 al 100 | dame un consejo de pareja | dame las noticias | dime qué me pongo hoy | dime algo sobre los gatos
    sabes cocinar | puedes conducir un coche | me prestas dinero | los perros pueden comer uvas | escribe mi ensayo sobre cervantes
    me gusta la pizza | estoy aburrido | tengo hambre | te quiero | odio los lunes | hoy estoy triste | me siento solo | juguemos a algo
    el café de aquí es horrible | la comida estaba fría | mi coche no arranca | hay mucho tráfico hoy | se me pinchó la rueda de la bici
    dónde queda el estadio | dónde nació shakira | dónde venden tacos | cómo llego al aeropuerto | cómo se dice gato en francés
    se descompuso mi carro | la ventana está rota | se me rompieron los lentes | la nevera está vacía | el ascensor está atascado | la puerta no cierra
    mi lavadora hace ruido | la ducha sale fría | mi escritorio es muy pequeño | me rompí un brazo | la radio de mi casa no tiene señal
    se me paró el reloj | la tetera no funciona | el techo gotea | necesito un corte de pelo | necesito un médico | necesito una cama para mi piso
    necesito una visa para china | cómo pido una hipoteca | cómo pido una beca | cuál es el código postal de madrid
    qué coche me compro | qué cámara es buena para viajar | cuál es la mejor tableta para niños | qué consola le regalo a mi sobrino
    cuándo es mi cumpleaños | cuánto cuesta una casa | cuánto gana un piloto | me pides bolígrafos y papel | hay que regar las plantas
    quién limpia las ventanas | dónde está la parada más cercana | dónde se puede fumar | abre el gimnasio el domingo | quiero cambiar mi seguro médico
    este fin de semana voy a la playa | viste la película nueva | cómo se dice buenas tardes en alemán | di adiós en italiano`,
};
