import { createTranslate, languages } from "../../../web/texts/index.js";
import { portalTexts } from "../../../web/texts/portal/index.js";
import { widgetTexts } from "../../../web/texts/widget/index.js";

const sets = { portal: portalTexts, widget: widgetTexts };

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

describe.each(Object.entries(sets))("the texts of %s", (_, texts) => {
  it.each(languages.map(({ locale }) => locale))("say in %s all that they say in English", (locale) => {
    const english = Object.entries<string>(texts.en);
    const other = new Map(Object.entries<string>(texts[locale]));

    const lacking = english.filter(
      ([key, text]) => placeholders(other.get(key) ?? "").join() !== placeholders(text).join(),
    );

    expect(lacking).toEqual([]);
    expect([...other.values()].filter((text) => text.trim() === "")).toEqual([]);
  });
});

describe("a text with a number", () => {
  it("takes the form that fits the number in each language", () => {
    const tell = languages.map(({ locale }) => {
      const t = createTranslate(widgetTexts, locale);
      return [t.count("wait.before", 1), t.count("wait.before", 2)];
    });

    expect(tell).toEqual([
      ["1 before you", "2 before you"],
      ["1 persona antes que usted", "2 personas antes que usted"],
      ["1 pessoa antes de você", "2 pessoas antes de você"],
    ]);
  });
});
