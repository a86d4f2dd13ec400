import { parseLocale, parseTheme } from "../../../web/widget/options.js";

describe("the options of a script tag", () => {
  it("take any tag of a language for the language itself", () => {
    expect(["pt-BR", "ES", "en_GB", "fr", undefined].map(parseLocale)).toEqual([
      "pt",
      "es",
      "en",
      undefined,
      undefined,
    ]);
  });

  it("leave out colours nobody knows", () => {
    expect(["dark", "auto", "pink"].map(parseTheme)).toEqual(["dark", "auto", undefined]);
  });
});
