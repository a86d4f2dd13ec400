import { createLanguageDetector } from "../../../nlp/index.js";

const detect = createLanguageDetector();

describe("detectLanguage", () => {
  it.each([
    ["en", "my printer is not working"],
    ["en", "where r my files"],
    ["es", "necesito acceso a la carpeta de ventas"],
    ["es", "mi pc no enciende"],
    ["es", "olvide mi contraseña"],
    ["pt", "a impressora nao imprime"],
    ["pt", "esqueci minha senha"],
    ["pt", "não consigo entrar no e-mail"],
  ])("hears %s in “%s”, whatever the conversation was held in", (language, text) => {
    for (const prior of [undefined, "en", "es", "pt"] as const) {
      expect(detect(text, { prior }).language).toBe(language);
    }
  });

  it.each([
    ["hola", "en", "es"],
    ["gracias", "pt", "es"],
    ["obrigado", "es", "pt"],
    ["thanks", "pt", "en"],
    ["não", "en", "pt"],
  ] as const)("changes with one clear word: “%s”", (text, prior, language) => {
    expect(detect(text, { prior }).language).toBe(language);
  });

  it.each([
    "ok",
    "no",
    "si",
    "a",
    "vpn",
    "INC-1042",
    "1042",
    "Outlook",
    "Adobe Acrobat Reader",
    "Salesforce",
    "João Silva",
    "chat",
    "😀",
    "https://example.com/where/is/the/file",
    "joe.smith@example.com",
    "error_log.txt",
    "",
  ])("stays with the language of the conversation for “%s”", (text) => {
    for (const prior of ["en", "es", "pt"] as const) {
      expect(detect(text, { prior })).toMatchObject({ language: prior });
    }
  });

  it("is surer of a sentence than of a word", () => {
    const sentence = detect("quiero una contraseña nueva para el correo", { prior: "en" });

    expect(sentence.confidence).toBeGreaterThan(detect("hola", { prior: "en" }).confidence);
    expect(sentence.confidence).toBeGreaterThan(0.95);
  });
});
