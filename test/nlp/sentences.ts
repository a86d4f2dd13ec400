import type { Locale } from "../../contract/index.js";
import { builtInExamples, type Example } from "../../nlp/index.js";

const activities: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
  "activity:reset-password": {
    en: [
      "reset my password",
      "i forgot my password",
      "my account is locked",
      "password expired",
      "cannot log in to windows",
    ],
    es: [
      "restablecer contraseña",
      "olvidé mi contraseña",
      "mi cuenta está bloqueada",
      "la contraseña caducó",
    ],
    pt: ["redefinir senha", "esqueci minha senha", "minha conta está bloqueada", "a senha expirou"],
  },
  "activity:printer": {
    en: [
      "printer problem",
      "the printer does not print",
      "paper jam",
      "printer out of toner",
      "install a printer",
    ],
    es: ["problema con la impresora", "la impresora no imprime", "papel atascado", "falta tóner"],
    pt: ["problema com a impressora", "a impressora não imprime", "papel preso", "acabou o toner"],
  },
  "activity:vpn": {
    en: [
      "vpn access",
      "vpn does not connect",
      "i need remote access from home",
      "connect to the company network from outside",
    ],
    es: [
      "acceso vpn",
      "la vpn no conecta",
      "necesito acceso remoto desde casa",
      "conectarme a la red desde fuera",
    ],
    pt: [
      "acesso vpn",
      "a vpn não conecta",
      "preciso de acesso remoto de casa",
      "conectar na rede da empresa de fora",
    ],
  },
};

/** What a small desk trains on: the built-in intents and three activities in three languages. */
export function deskExamples(): Example[] {
  const own = Object.entries(activities).flatMap(([intent, texts]) =>
    (["en", "es", "pt"] as const).flatMap((language) =>
      texts[language].map((text) => ({ intent, language, text })),
    ),
  );
  return [...builtInExamples(), ...own];
}
