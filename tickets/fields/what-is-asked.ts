import { type ActivityField, locales } from "../../contract/index.js";
import { fold } from "./fold.js";

const sinceWhen = /\b(?:since when|desde cuando|desde quando)\b/u;
const whatTime = /\b(?:what time|a que horas?|a partir de que hora|que horario|horario)\b/u;
const whichApplication =
  /\b(?:(?:which|what) (?:program|application|app|software|system|tool)|(?:que|cual|de que|qual|de qual) (?:es el |e o )?(?:programas?|aplicaci?on|aplicativo|aplicacao|sistema|software|app|herramienta|ferramenta))\b/u;
const whichDevice =
  /\b(?:(?:which|what) (?:device|machine|computer|equipment)|(?:que|cual|qual|de qual) (?:es el |e o )?(?:dispositivo|equipo|equipamento|aparelho|aparato|maquina|computador|computadora))\b/u;

type Asking = Pick<ActivityField, "ask">;

/** Since when something is so. */
export const asksSince = createAsks(sinceWhen);
/** At what time of the day something is to be. */
export const asksTime = createAsks(whatTime);
/** Which program or system it is about. */
export const asksApplication = createAsks(whichApplication);
/** Which device it is about. */
export const asksDevice = createAsks(whichDevice);

function createAsks(pattern: RegExp): (field: Asking) => boolean {
  return ({ ask }) => locales.some((locale) => pattern.test(fold(ask[locale] ?? "")));
}
