import { demoDesk } from "../../config/demo/index.js";
import type { ActivityField, Locale } from "../../contract/index.js";
import { findEntities } from "../../nlp/index.js";
import { findFields } from "../../tickets/index.js";

const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
const fieldsOf = (name: string): readonly ActivityField[] =>
  activities.find((one) => one.name.en === name)?.fields ?? [];
const now = Date.UTC(2026, 10, 22, 12);
const fillers = new Set(["para", "with", "what", "como"]);

function found(activity: string, sentence: string, locale: Locale = "en"): Record<string, string> {
  const said = findFields(fieldsOf(activity), sentence, {
    ...{ locale, now, ...findEntities(sentence), isFiller: (word) => fillers.has(word) },
  });
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

    const said = findFields(fields, sentence, {
      ...{ locale, now, ...findEntities(sentence), isFiller: () => false },
    });

    expect(said.map(({ name, value }) => [name, value])).toEqual([["at", time]]);
  });

  it("take a code of the shape that the question shows, and no other number", () => {
    const withTag = activities.find(({ fields }) => fields.some(({ name }) => name === "deviceTag"));
    const name = withTag?.name.en ?? "";

    expect(found(name, "my pc-2077 does not start")).toMatchObject({ deviceTag: "PC-2077" });
    expect(found(name, "INC-2077 is still open").deviceTag).toBeUndefined();
    expect(found(name, "PC-1 or PC-2077 and PC-2078").deviceTag).toBeUndefined();
  });
});
