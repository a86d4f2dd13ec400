import type { Words } from "../words.js";
import { desk } from "./desk.js";
import { phrases } from "./phrases.js";
import { programs } from "./programs.js";
import { records } from "./records.js";
import { talks } from "./talks.js";

export const pt: Words = {
  sentences: { ...talks, ...records, ...desk, ...programs },
  phrases,
  invalid: "Este valor não é válido.",
  general: {
    400: "A requisição não foi entendida; verifique os dados.",
    401: "Entre com sua conta para continuar.",
    403: "Você não tem permissão para fazer isto.",
    404: "Não existe ou você não pode vê-lo.",
    405: "Este endereço não responde a este método.",
    409: "Algo mudou nesse meio-tempo. Recarregue e tente novamente.",
    412: "Algo mudou desde que você leu. Leia de novo.",
    413: "O que foi enviado é grande demais.",
    422: "Isto não pode ser feito assim; verifique os dados.",
    429: "Tentativas demais; espere um momento.",
    500: "Algo deu errado do nosso lado. Tente novamente.",
    503: "A central está ocupada. Tente novamente mais tarde.",
  },
};
