import { type Locale, locales } from "../../../contract/index.js";
import { createLanguageDetector } from "../../../nlp/index.js";
import { heldOutTexts, shortTexts } from "./short-texts.js";

const detect = createLanguageDetector();
/** Below this a talk stays in the language it is held in. */
const sure = 0.8;

/** Shares of texts that are answered in their own language, in a talk held in that or in another one. */
function measure(texts: typeof shortTexts) {
  const answered = locales.flatMap((language) =>
    texts[language].flatMap((text) =>
      locales.map((prior) => {
        const heard = detect(text, { prior });
        const used: Locale = heard.confidence >= sure ? heard.language : prior;
        return { isOwn: prior === language, isRight: used === language };
      }),
    ),
  );
  const share = (own: boolean) => {
    const some = answered.filter(({ isOwn }) => isOwn === own);
    return some.filter(({ isRight }) => isRight).length / some.length;
  };
  return { own: share(true), foreign: share(false) };
}

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

  it.each([
    ["looked at when tuning", shortTexts, 0.86],
    ["held out", heldOutTexts, 0.76],
  ] as const)(
    "keeps to short, misspelled, shouted texts with emoji in their language, and changes to it from another: %s",
    (_, texts, floor) => {
      const { own, foreign } = measure(texts);

      expect(own).toBe(1);
      expect(foreign).toBeGreaterThanOrEqual(floor);
    },
  );

  it.each([
    ["es", "olvide la contrasenya"],
    ["es", "nesesito halluda con la inpresora"],
    ["en", "cant acces my acount"],
    ["pt", "esqeci a minha cenha"],
  ] as const)("knows misspelled words of %s by those they stand for: “%s”", (language, text) => {
    for (const prior of locales) {
      const heard = detect(text, { prior });
      expect([heard.language, heard.confidence >= sure]).toEqual([language, true]);
    }
  });

  it("is surer of a sentence than of a word", () => {
    const sentence = detect("quiero una contraseña nueva para el correo", { prior: "en" });

    expect(sentence.confidence).toBeGreaterThan(detect("hola", { prior: "en" }).confidence);
    expect(sentence.confidence).toBeGreaterThan(0.95);
  });
});
