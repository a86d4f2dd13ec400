import { createTranslate, type Locale, type Translate } from "../../../web/texts/index.js";
import { type WidgetKey, widgetTexts } from "../../../web/texts/widget/index.js";
import { createWidgetFace } from "../../../web/widget/widget-face.js";

type Loaded = Translate<WidgetKey> | undefined;

const inLanguage = (locale: Locale): Translate<WidgetKey> => createTranslate(widgetTexts, locale);

/** Texts that come when the test lets them. */
function start() {
  const told: Locale[] = [];
  const waiting = new Map<Locale, (words: Loaded) => void>();
  const face = createWidgetFace({
    t: inLanguage("en"),
    words: { load: (locale) => new Promise((resolve) => waiting.set(locale, resolve)) },
    onShow: () => undefined,
    onLocale: (locale) => told.push(locale),
  });
  const shown = (): string => face.getSnapshot().t.locale;
  return { face, told, shown, come: (locale: Locale, words: Loaded) => waiting.get(locale)?.(words) };
}

describe("a change of the widget's language", () => {
  it("leaves the words until those of the other language are there", async () => {
    const { face, told, shown, come } = start();
    const changed = face.setLocale("es");
    expect([shown(), told]).toEqual(["en", []]);

    come("es", inLanguage("es"));
    await changed;

    expect([shown(), told]).toEqual(["es", ["es"]]);
  });

  it("keeps the old language when the other cannot be had, and draws the menu as it was", async () => {
    const { face, told, shown, come } = start();
    let drawn = 0;
    face.subscribe(() => {
      drawn += 1;
    });
    const changed = face.setLocale("es");

    come("es", undefined);
    await changed;

    expect([shown(), told, drawn]).toEqual(["en", [], 1]);
  });

  it("goes by the last wish, in whatever order the texts come", async () => {
    const { face, told, shown, come } = start();
    const changes = [face.setLocale("es"), face.setLocale("pt")];

    come("pt", inLanguage("pt"));
    come("es", inLanguage("es"));
    await Promise.all(changes);
    const back = [face.setLocale("es"), face.setLocale("pt")];
    come("es", inLanguage("es"));
    await Promise.all(back);

    expect([shown(), told]).toEqual(["pt", ["pt"]]);
  });
});
