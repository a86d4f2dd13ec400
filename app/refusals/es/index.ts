import type { Words } from "../words.js";
import { desk } from "./desk.js";
import { phrases } from "./phrases.js";
import { programs } from "./programs.js";
import { records } from "./records.js";
import { talks } from "./talks.js";

export const es: Words = {
  sentences: { ...talks, ...records, ...desk, ...programs },
  phrases,
  invalid: "Este valor no es válido.",
  general: {
    400: "No se entendió la petición; revise los datos.",
    401: "Inicie sesión para continuar.",
    403: "No tiene permiso para hacer esto.",
    404: "No existe o usted no puede verlo.",
    405: "Esta dirección no responde a este método.",
    409: "Algo cambió entretanto. Vuelva a cargar e inténtelo de nuevo.",
    412: "Algo cambió desde que lo leyó. Léalo de nuevo.",
    413: "Lo enviado es demasiado grande.",
    422: "Esto no se puede hacer así; revise los datos.",
    429: "Demasiados intentos; espere un momento.",
    500: "Algo falló de nuestro lado. Inténtelo de nuevo.",
    503: "La mesa está ocupada. Inténtelo de nuevo más tarde.",
  },
};
