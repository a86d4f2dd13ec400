import { StopwordsEn } from "@nlpjs/basic";
import { StopwordsEs } from "@nlpjs/lang-es";
import { StopwordsPt } from "@nlpjs/lang-pt";
import { type Locale, locales } from "../../contract/index.js";
import type { Stemmer } from "./stems.js";

const createStopwords = {
  en: () => new StopwordsEn(),
  es: () => new StopwordsEs(),
  pt: () => new StopwordsPt(),
};

export type IsFiller = (stem: string, language: Locale) => boolean;

/** How people ask, whatever they ask for: what the stop words of nlp.js leave out. */
const asking: Readonly<Record<Locale, string>> = {
  en: `how do i my me we our you your can can't cannot cant could couldn't couldnt would will won't wont don't dont doesn't doesnt dosnt dosent doesent didn't didnt isn't
    isnt i'm im i've ive it's its that's thats let what's whats how's where's who's there's please pls plz help need needs want wanted wanna gonna
    gotta like know tell show try trying tried not no yes hi hello hey thanks thank ok okay just really very so sooo get gets getting got go goes going
    keep keeps keeping any anymore again always still now today use using there thing things something anything someone somebody anybody damn
    stupid fucking bloody hell shit asap urgent question fix problem problems issue issues trouble possible way kind sort lot happen happens happened thx ur u r id ill when if`,
  es: `cómo como qué que cuál cuáles quién dónde cuándo por porqué puedo puede pueden podría podrías puedes poder quiero quisiera queremos necesito nesecito nesesito necesita
    necesitamos favor ayuda ayúdame ayudar hago hacer hace hacen debo debe deben tengo tiene tenemos hay está están estoy es son soy fue ser estar mi mis
    me te tu sus usted ustedes nos nuestro nuestra nuestros este esta esto ese esa eso aquí allí acá ahí ya no sí si ni tampoco muy más tan tanto mucho
    ahora hoy ayer siempre nunca nada algo alguien otra otro otros vez veces hola buenas gracias porfa pf porfavor dime dame saber sé quien cosa cosas
    forma manera posible arreglar problema problemas urgente mierda puta puto maldita maldito carajo joder va voy ir vamos haya sea q k xq x pq tmb al del se lo le les un una unos unas`,
  pt: `como que qual quais quem onde quando por porque pra pro para posso pode podem poderia podes consigo consegue conseguir quero queria quer preciso presizo presiso
    precisa precisamos gostaria favor ajuda ajudar faço fazer faz fazem devo deve tenho tem temos há está estão estou tô tá to ta é são sou foi ser estar meu
    minha meus minhas me te seu sua vc vcs você vocês eu nós gente este esta isto isso esse essa aqui ali lá aí já não nao naum n sim nem também tb muito mais
    tão tanto agora hoje ontem sempre nunca nada algo alguém outra outro outros vez vezes oi olá obrigado obrigada pfv pf dá dar dê diz diga saber sei coisa coisas
    jeito forma possível consertar arrumar problema problemas urgente merda porra caralho droga vai vou ir vamos seja q pq do da dos das no na nos nas ao um uma uns umas num numa o os a as`,
};

/** Tells the stems that say nothing about what is asked, by the stop words of nlp.js and the words of asking. */
export function createFillers(stemmer: Stemmer): IsFiller {
  const fillers = new Map(
    locales.map((language) => {
      const stems = fillerWords(language).flatMap((word) => stemmer.stems(word, language));
      return [language, new Set(stems)] as const;
    }),
  );
  return (stem, language) => fillers.get(language)?.has(stem) ?? false;
}

/** The stop words of nlp.js and the words of asking. */
export function fillerWords(language: Locale): string[] {
  const { dictionary } = createStopwords[language]();
  return [...Object.keys(dictionary), ...asking[language].split(/\s+/u)];
}
