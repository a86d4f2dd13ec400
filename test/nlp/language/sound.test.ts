import { toSound } from "../../../nlp/language/sound.js";

describe("toSound", () => {
  it.each([
    ["en", "pasword", "password"],
    ["en", "fone", "phone"],
    ["es", "nesesito", "necesito"],
    ["es", "iniciar", "inisiar"],
    ["es", "ajente", "agente"],
    ["es", "ola", "hola"],
    ["es", "alluda", "ayuda"],
    ["pt", "preciza", "precisa"],
    ["pt", "acesso", "aceso"],
  ] as const)("in %s writes %s and %s the same way", (language, one, other) => {
    expect(toSound(one, language)).toBe(toSound(other, language));
  });

  it("never answers nothing", () => {
    expect(toSound("h", "es")).toBe("h");
  });
});
