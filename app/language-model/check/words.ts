import type { Locale } from "../../../contract/index.js";

type Words = Readonly<Record<Locale, string>>;

/** Words that turn a sentence into its opposite; folded, as `toWords` writes them. */
export const negations: Words = {
  en: `no not never cannot without nor neither none nobody nothing unable impossible dont doesnt didnt cant couldnt wont wouldnt
    shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt neednt avoid`,
  es: "no nunca jamas sin ni ningun ninguno ninguna nadie nada tampoco imposible evite evitar",
  pt: "nao nunca jamais sem nem nenhum nenhuma ninguem nada impossivel evite evitar",
};

/** Of each pair one may not stand where the article has the other. Several words of one side are parted by a bar. */
export const opposites: Words = {
  en: `on/off before/after always/never left/right up/down top/bottom first/last more/less|fewer most/least minimum/maximum
    enable/disable allow/deny|block|forbid accept/reject|decline|refuse approve/deny|reject add/remove|delete install/uninstall
    connect/disconnect lock/unlock open/close inside/outside internal/external increase/decrease old/new valid/invalid
    incoming/outgoing start/stop with/without can/cannot online/offline private/public same/different empty/full upper/lower
    send/receive front/back day/night early/late cheap/expensive wired/wireless`,
  es: `antes/despues siempre/nunca izquierda/derecha arriba/abajo primero|primera/ultimo|ultima mas/menos minimo/maximo
    activar|active/desactivar|desactive permitir|permita/denegar|deniegue|bloquear|prohibir aceptar|acepte/rechazar|rechace
    aprobar|apruebe/rechazar|denegar instalar|instale/desinstalar|desinstale conectar|conecte/desconectar|desconecte
    bloquear|bloquee/desbloquear|desbloquee abrir|abra/cerrar|cierre dentro/fuera interno/externo aumentar/disminuir
    antiguo|antigua|anterior|viejo/nuevo|nueva valido|valida/invalido|invalida encender|encienda/apagar|apague con/sin
    igual/distinto publico|publica/privado|privada lleno|llena/vacio|vacia enviar|envie/recibir|reciba dia/noche`,
  pt: `antes/depois sempre/nunca esquerda/direita acima/abaixo primeiro|primeira/ultimo|ultima mais/menos minimo/maximo
    ativar|ative/desativar|desative permitir|permita/negar|negue|bloquear|proibir aceitar|aceite/rejeitar|recusar|recuse
    aprovar|aprove/recusar|rejeitar|negar instalar|instale/desinstalar|desinstale conectar|conecte/desconectar|desconecte
    bloquear|bloqueie/desbloquear|desbloqueie abrir|abra/fechar|feche dentro/fora interno/externo aumentar/diminuir
    antigo|antiga|anterior|velho/novo|nova valido|valida/invalido|invalida ligar|ligue|ligado/desligar|desligue|desligado
    com/sem igual/diferente publico|publica/privado|privada cheio|cheia/vazio|vazia enviar|envie/receber|receba dia/noite`,
};

/** Words that claim nothing by themselves: an answer may use them where the article has others. */
export const glue: Words = {
  en: `click press tap select choose pick go use using follow following step steps next then finally also too please sure ensure
    able way simply via article articles page section information details need needs should would must may might want once
    order done do does did make makes below above instead well see find mentioned according described allows lets`,
  es: `pulse haga clic seleccione elija vaya use utilice siga siguiente siguientes paso pasos luego despues finalmente tambien
    favor asegurese articulo articulos pagina seccion informacion detalles necesita debe deberia puede quiere vez hecho
    continuacion ademas segun indica permite primero`,
  pt: `clique pressione toque selecione escolha va use utilize siga seguinte seguintes passo passos entao depois finalmente tambem
    favor certifique artigo artigos pagina secao informacao informacoes detalhes precisa deve deveria pode quer vez feito
    seguida alem conforme indica permite primeiro`,
};

/** The assistant speaks of itself, of what it did or will do; it does nothing. */
export const firstPerson: Words = {
  en: "i im ive id ill myself",
  es: "yo he hemos puedo voy estoy hice abri",
  pt: "eu posso vou estou fiz tenho",
};

/** What is done cannot be taken back: where the article does not say it, nobody is told to. */
export const grave: Words = {
  en: `send give tell share reply forward pay transfer buy call phone download install uninstall delete erase remove reset format
    wipe disable approve accept sign grant allow enable share provide submit post publish scan ignore`,
  es: `envie enviar mande diga comparta compartir responda reenvie pague pagar transfiera compre llame llamar descargue
    descargar instale desinstale borre borrar elimine eliminar restablezca formatee desactive apruebe acepte firme conceda
    permita active proporcione publique escanee ignore`,
  pt: `envie enviar mande diga compartilhe compartilhar responda encaminhe pague pagar transfira compre ligue baixe baixar instale
    desinstale apague apagar exclua remova redefina formate desative aprove aceite assine conceda permita ative forneca
    publique escaneie ignore`,
};

/** Days and months: as exact as a number. */
export const dates: Words = {
  en: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today tomorrow yesterday midnight noon morning evening afternoon weekend`,
  es: `lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre manana medianoche mediodia`,
  pt: `segunda terca quarta quinta sexta sabado domingo janeiro fevereiro marco abril maio junho julho agosto setembro outubro
    novembro dezembro amanha manha`,
};

/** What a number counts: five minutes are not five hours. */
export const timeUnits: Words = {
  en: "second minute hour day week month year",
  es: "segundo minuto hora dia semana mes ano",
  pt: "segundo minuto hora dia semana mes ano",
};
export const otherUnits: Words = {
  en: "time percent euro dollar pound real cent kb mb gb tb mbit character digit letter attempt people person page device copy",
  es: "vez porciento euro dolar peso real centimo kb mb gb tb mbit caracter digito letra intento persona pagina dispositivo copia",
  pt: `vez porcento euro dolar real centavo kb mb gb tb mbit caractere digito letra tentativa pessoa pagina aparelho dispositivo
    copia`,
};

/** Numbers that are written as words, with their figures. */
export const numberWords: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: toNumbers(
    `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty`,
    {
      thirty: "30",
      forty: "40",
      fifty: "50",
      sixty: "60",
      seventy: "70",
      eighty: "80",
      ninety: "90",
      hundred: "100",
      thousand: "1000",
      twice: "2",
      half: "1/2",
    },
  ),
  es: toNumbers(
    `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho
    diecinueve veinte`,
    {
      treinta: "30",
      cuarenta: "40",
      cincuenta: "50",
      sesenta: "60",
      setenta: "70",
      ochenta: "80",
      noventa: "90",
      cien: "100",
      ciento: "100",
      mil: "1000",
      mitad: "1/2",
      medio: "1/2",
      media: "1/2",
    },
  ),
  pt: toNumbers(
    `dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito
    dezenove vinte`,
    {
      duas: "2",
      trinta: "30",
      quarenta: "40",
      cinquenta: "50",
      sessenta: "60",
      setenta: "70",
      oitenta: "80",
      noventa: "90",
      cem: "100",
      cento: "100",
      mil: "1000",
      metade: "1/2",
      meio: "1/2",
      meia: "1/2",
    },
  ),
};

/** "One" is a number only beside what it counts. */
export const ones: Words = { en: "one a an", es: "un uno una", pt: "um uma" };

function toNumbers(
  fromTwo: string,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const counted = fromTwo.split(/\s+/u).map((word, at) => [word, `${at + 2}`] as const);
  return { ...Object.fromEntries(counted), ...others };
}

/** The words of a list. */
export function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** The same made once for each language. */
export function perLocale<T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  const [en, es, pt] = [make("en"), make("es"), make("pt")];
  return { en, es, pt };
}
