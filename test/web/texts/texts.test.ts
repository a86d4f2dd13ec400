import { adminTexts } from "../../../web/texts/admin/index.js";
import { appTexts } from "../../../web/texts/app.js";
import { consoleTexts } from "../../../web/texts/console.js";
import { createTranslate, type Texts } from "../../../web/texts/index.js";
import { knowledgeTexts } from "../../../web/texts/knowledge/index.js";
import { languageModelTexts } from "../../../web/texts/language-model/index.js";
import { mailTexts } from "../../../web/texts/mail/index.js";
import { overviewTexts } from "../../../web/texts/overview/index.js";
import { reportsTexts } from "../../../web/texts/reports/index.js";
import { understandingTexts } from "../../../web/texts/understanding/index.js";
import { widgetAdminTexts } from "../../../web/texts/widget-admin/index.js";

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

describe("the texts of the desk", () => {
  const sets: readonly (readonly [string, Texts<string>])[] = [
    ["app", appTexts],
    ["admin", adminTexts],
    ["console", consoleTexts],
    ["mail", mailTexts],
    ["reports", reportsTexts],
    ["widget admin", widgetAdminTexts],
    ["overview", overviewTexts],
    ["knowledge", knowledgeTexts],
    ["understanding", understandingTexts],
    ["language model", languageModelTexts],
  ];

  it.each(sets)("name the same values in every language: %s", (_, texts) => {
    const differing = Object.keys(texts.en).filter((key) =>
      [texts.es, texts.pt].some(
        (table) => `${placeholders(table[key] ?? "")}` !== `${placeholders(texts.en[key] ?? "")}`,
      ),
    );

    expect(differing).toEqual([]);
  });

  it.each(sets)("leave no text empty: %s", (_, texts) => {
    const all = [texts.en, texts.es, texts.pt].flatMap((table) => Object.values(table));

    expect(all.filter((text) => text.trim() === "")).toEqual([]);
  });
});

describe("translate", () => {
  const texts = {
    en: { hello: "Hello {name}", "new.one": "{count} new", "new.other": "{count} news" },
    es: { hello: "Hola {name}", "new.one": "{count} nuevo", "new.other": "{count} nuevos" },
    pt: { hello: "Olá {name}", "new.one": "{count} novo", "new.other": "{count} novos" },
  };

  it("puts values in, as text and whatever they contain", () => {
    const t = createTranslate(texts, "pt");

    expect(t("hello", { name: "{name} <b>$&" })).toBe("Olá {name} <b>$&");
  });

  it("shows a name that got no value, so that the fault is seen", () => {
    expect(createTranslate(texts, "en")("hello")).toBe("Hello {name}");
  });

  it("picks the form that fits the number and writes the number as the language does", () => {
    const t = createTranslate(texts, "es");

    expect([1, 2, 0, 1_000_000].map((amount) => t.count("new", amount))).toEqual([
      "1 nuevo",
      "2 nuevos",
      "0 nuevos",
      "1.000.000 nuevos",
    ]);
  });
});
