import { demoDesk } from "../../config/demo/index.js";
import type { ActivityField, Locale } from "../../contract/index.js";
import { createNameFinder, findEntities } from "../../nlp/index.js";
import { findFields } from "../../tickets/index.js";

const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
const fieldsOf = (name: string): readonly ActivityField[] =>
  activities.find((one) => one.name.en === name)?.fields ?? [];
const now = Date.UTC(2026, 10, 22, 12);
const fillers = new Set(["para", "with", "what", "como"]);

const findNames = createNameFinder(
  activities.flatMap(({ samples }) => Object.values(samples).flatMap((texts) => [...texts])),
);

function read(activity: string, sentence: string, locale: Locale = "en") {
  return findFields(fieldsOf(activity), sentence, {
    ...{ locale, now, ...findEntities(sentence), ...findNames(sentence) },
    isFiller: (word) => fillers.has(word),
  });
}

function found(activity: string, sentence: string, locale: Locale = "en"): Record<string, string> {
  const said = read(activity, sentence, locale).fields;
  return Object.fromEntries(said.map(({ name, value }) => [name, value]));
}

describe("fields that a first sentence has named", () => {
  it.each([
    ["en", "I need a standard laptop by 24/12/2026", { model: "standard", neededBy: "2026-12-24" }],
    ["es", "necesito un portátil ligero para el 24/12/2026", { model: "light", neededBy: "2026-12-24" }],
    ["pt", "preciso de um notebook padrão até 24/12/2026", { model: "standard", neededBy: "2026-12-24" }],
  ] as const)("are filled in %s: an option and a date", (locale, sentence, values) => {
    expect(found("New laptop", sentence, locale)).toEqual(values);
  });

  it("are left to be asked where two options are named, or none", () => {
    expect(found("New laptop", "a light or a standard one")).toEqual({});
    expect(found("New laptop", "quiero un portátil para casa", "es")).toEqual({});
    expect(found("New laptop", "")).toEqual({});
  });

  it.each([
    ["en", "no mails since this morning!!", "since this morning"],
    ["es", "desde ayer por la tarde no recibo correos", "desde ayer por la tarde"],
    ["pt", "não recebo e-mails desde hoje de manhã", "desde hoje de manhã"],
  ] as const)("say in %s since when something is so, as it was written", (locale, sentence, since) => {
    const asking = activities.find(({ fields }) => fields.some(({ name }) => name === "since"));

    expect(found(asking?.name.en ?? "", sentence, locale)).toMatchObject({ since });
    expect(found(asking?.name.en ?? "", "my mail", locale).since).toBeUndefined();
  });

  it.each([
    ["en", "please come tomorrow at 3 pm", "15:00"],
    ["es", "vengan mañana a las 4 de la tarde", "16:00"],
    ["pt", "venham amanhã às 10h30", "10:30"],
  ] as const)("say in %s at what time, and take its figures for no number", (locale, sentence, time) => {
    const ask = { en: "At what time?", es: "¿A qué hora?", pt: "A que horas?" };
    const label = { en: "Time", es: "Hora", pt: "Hora" };
    const fields: ActivityField[] = [
      { name: "at", label, ask, type: "text", required: true },
      { name: "people", label, ask: { en: "For how many?" }, type: "number", required: true },
    ];

    const { fields: said } = findFields(fields, sentence, {
      ...{ locale, now, ...findEntities(sentence), isFiller: () => false },
    });

    expect(said.map(({ name, value }) => [name, value])).toEqual([["at", time]]);
  });

  it.each([
    ["en", "Install a program", "i need visio on my new laptop", { program: "Visio" }],
    ["es", "Install a program", "quiero photoshop", { program: "Photoshop" }],
    ["pt", "Install a program", "preciso do adobe acrobat", { program: "Adobe Acrobat" }],
    ["en", "Lost or stolen device", "someone took my laptop", { device: "laptop" }],
    ["es", "Lost or stolen device", "me robaron el celular", { device: "celular" }],
    ["pt", "Lost or stolen device", "perdi o notebook", { device: "notebook" }],
  ] as const)(
    "name in %s a device or a program of the desk's catalog: %s, “%s”",
    (locale, activity, sentence, values) => {
      expect(found(activity, sentence, locale)).toEqual(values);
    },
  );

  it("leave two programs to be asked about", () => {
    expect(found("Install a program", "visio or photoshop")).toEqual({});
  });

  it("take no day of “since yesterday” for the one that something is wanted for", () => {
    const label = { en: "x" };
    const fields: ActivityField[] = [
      { name: "since", label, ask: { en: "Since when?" }, type: "text", required: true },
      { name: "by", label, ask: { en: "By when?" }, type: "date", required: true },
    ];
    const sentence = "it is broken since yesterday";
    const said = findFields(fields, sentence, {
      ...{ locale: "en", now, ...findEntities(sentence), isFiller: () => false },
    });

    expect(said.fields.map(({ name, value }) => [name, value])).toEqual([["since", "since yesterday"]]);
  });

  it.each([
    ["en", "24/12/2026", false],
    ["es", "para mañana", false],
    ["pt", "24/12/2026", false],
    ["en", "a standard one by 24/12/2026", false],
    ["en", "for the designer who starts on 24/12/2026", true],
    ["es", "se me rompió el viejo", true],
  ] as const)("tell in %s whether “%s” says more than that: %s", (locale, sentence, saysMore) => {
    const isFiller = (word: string) => ["the", "one", "for", "para", "who"].includes(word);
    const said = findFields(fieldsOf("New laptop"), sentence, {
      ...{ locale, now, ...findEntities(sentence), isFiller },
    });

    expect(said.saysMore).toBe(saysMore);
  });

  it("take a code of the shape that the question shows, and no other number", () => {
    const withTag = activities.find(({ fields }) => fields.some(({ name }) => name === "deviceTag"));
    const name = withTag?.name.en ?? "";

    expect(found(name, "my pc-2077 does not start")).toMatchObject({ deviceTag: "PC-2077" });
    expect(found(name, "INC-2077 is still open").deviceTag).toBeUndefined();
    expect(found(name, "PC-1 or PC-2077 and PC-2078").deviceTag).toBeUndefined();
  });
});
