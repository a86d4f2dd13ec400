import type { ActivityField, Locale } from "../../contract/index.js";
import { parseAnswer } from "../../tickets/index.js";
import { leastProcessorMs } from "../support/slowness.js";
import { text } from "./desk.js";

/** A Wednesday, at noon of the machine's own day. */
const now = new Date(2026, 10, 25, 12).getTime();

function field(type: ActivityField["type"], more: Partial<ActivityField> = {}): ActivityField {
  return { name: "field", label: text("Field"), ask: text("?"), type, required: true, ...more };
}

function parse(one: ActivityField, answer: string, locale: Locale = "en") {
  return parseAnswer(one, answer, { locale, now });
}

function valueIn(one: ActivityField, answer: string, locale: Locale = "en"): string {
  const parsed = parse(one, answer, locale);
  return parsed.ok ? parsed.value : parsed.problem;
}

describe("an answer to a field", () => {
  it.each<[string, Locale, string]>([
    ["today", "en", "2026-11-25"],
    ["Tomorrow!", "en", "2026-11-26"],
    ["mañana", "es", "2026-11-26"],
    ["manana", "es", "2026-11-26"],
    ["pasado mañana", "es", "2026-11-27"],
    ["amanhã", "pt", "2026-11-26"],
    ["depois de amanhã", "pt", "2026-11-27"],
    ["on Friday", "en", "2026-11-27"],
    ["next wednesday", "en", "2026-12-02"],
    ["el lunes", "es", "2026-11-30"],
    ["próxima segunda-feira", "pt", "2026-11-30"],
    ["sexta", "pt", "2026-11-27"],
    ["2026-12-03", "en", "2026-12-03"],
    ["03/12/2026", "pt", "2026-12-03"],
    ["3.12.26", "es", "2026-12-03"],
    ["12/25/2026", "en", "2026-12-25"],
    ["3/12", "es", "2026-12-03"],
    ["3/2", "pt", "2027-02-03"],
    ["29/2", "pt", "2028-02-29"],
    ["December 3rd, 2026", "en", "2026-12-03"],
    ["3 de diciembre", "es", "2026-12-03"],
    ["3 de dez de 2026", "pt", "2026-12-03"],
  ])("is the day of %j in %s", (answer, locale, day) => {
    expect(valueIn(field("date"), answer, locale)).toBe(day);
  });

  it.each(["30/02/2026", "soon", "32/12/2026", "2026", "12", "1/1/1", "99/99/9999", "next", "مارس", "0/0/0"])(
    "is no day when it is %j",
    (answer) => {
      expect(valueIn(field("date"), answer)).toBe("not-a-date");
    },
  );

  it("is a day written out for the requester", () => {
    expect(parse(field("date"), "amanhã", "pt")).toMatchObject({ display: "26 de novembro de 2026" });
    expect(parse(field("date"), "tomorrow", "en")).toMatchObject({ display: "November 26, 2026" });
  });

  it.each<[string, Locale, string]>([
    ["3", "en", "3"],
    ["1,500", "en", "1500"],
    ["1.500", "es", "1500"],
    ["1.500", "en", "1.5"],
    ["1.234.567,89", "pt", "1234567.89"],
    ["1,234,567.89", "en", "1234567.89"],
    ["-2,5", "pt", "-2.5"],
    ["1 000", "es", "1000"],
    ["0", "en", "0"],
  ])("is the number %j in %s", (answer, locale, value) => {
    expect(valueIn(field("number"), answer, locale)).toBe(value);
  });

  it.each(["three", "1e9", "0x10", "1.", ",5", "--1", "12345678901234", "١٢", "1/2"])(
    "is no number when it is %j",
    (answer) => {
      expect(valueIn(field("number"), answer)).toBe("not-a-number");
    },
  );

  it.each<[string, Locale]>([
    ["1.2340", "pt"],
    ["1234.5", "es"],
    ["1500", "en"],
    ["-0.25", "pt"],
  ])("that is stored as %j parses to itself in %s", (value, locale) => {
    expect(valueIn(field("number"), value, locale)).toBe(value);
  });

  it.each([
    ["ana@example.com", "ana@example.com"],
    ["It is Ana <ana@example.com>.", "ana@example.com"],
    ["mailto:ana@example.com", "ana@example.com"],
    ["ana@example.com or rui@example.com", "ambiguous"],
    ["ana@", "not-an-email"],
    ["a@b@c.com", "not-an-email"],
    ["ana@example.com\r\nBcc: x@example.com", "ambiguous"],
  ])("is the address in %j: %s", (answer, value) => {
    expect(valueIn(field("email"), answer)).toBe(value);
  });

  const system = field("choice", {
    options: [
      {
        value: "win",
        label: { en: "Windows laptop", es: "Portátil con Windows", pt: "Notebook com Windows" },
      },
      { value: "mac", label: { en: "MacBook", es: "MacBook", pt: "MacBook" } },
      { value: "phone", label: { en: "Mobile phone", es: "Teléfono móvil", pt: "Telefone celular" } },
    ],
  });

  it.each([
    ["win", "win"],
    ["WINDOWS LAPTOP", "win"],
    ["portatil con windows", "win"],
    ["windows", "win"],
    ["2", "mac"],
    ["a macbook please", "mac"],
    ["Mackbook", "mac"],
    ["mobile phnoe", "phone"],
    ["telef", "phone"],
    ["tablet", "not-a-choice"],
    ["4", "not-a-choice"],
    ["windows or macbook", "ambiguous"],
    ["o", "not-a-choice"],
    ["__proto__", "not-a-choice"],
  ])("%j chooses %s", (answer, value) => {
    expect(valueIn(system, answer)).toBe(value);
  });

  it("names the chosen option in the requester's language", () => {
    expect(parse(system, "win", "es")).toEqual({ ok: true, value: "win", display: "Portátil con Windows" });
  });

  it("may be left out only where the field may be skipped", () => {
    expect(valueIn(field("text"), "  ")).toBe("required");
    expect(valueIn(field("text"), "skip")).toBe("skip");
    for (const word of ["", "skip", "Pular", "omitir", "-"]) {
      expect(valueIn(field("date", { required: false }), word)).toBe("");
    }
  });

  it("is never longer than the field allows", () => {
    expect(valueIn(field("text", { maxChars: 5 }), "123456")).toBe("too-long");
    expect(valueIn(field("text"), "x".repeat(4001))).toBe("too-long");
    expect(valueIn(field("choice", { options: [] }), "x".repeat(4000))).toBe("not-a-choice");
  });

  it.each(["text", "email", "date", "number", "choice"] as const)(
    "of type %s is read quickly however odd it is",
    (type) => {
      const odd = [
        "a@".repeat(1999),
        "1.".repeat(1999),
        "9".repeat(3999),
        "- ".repeat(1999),
        "de ".repeat(1300),
        "é".repeat(3999),
      ];
      const read = () => odd.map((answer) => parse(type === "choice" ? system : field(type), answer));

      expect(leastProcessorMs(read) / odd.length).toBeLessThan(50);
    },
  );
});
