import { join } from "node:path";
import { createTell, refusalWords } from "../../../app/refusals/index.js";
import { errorStatus } from "../../../contract/index.js";
import { readRefusals } from "../../support/refusals.js";

const said = readRefusals(join(__dirname, "..", "..", ".."));
const tell = createTell();

describe("the words of refusals", () => {
  it("follows every refusal of the tree to its sentence", () => {
    expect(said.sentences.size).toBeGreaterThan(200);
    // What a channel's machine posted, and several problems in one breath: these get the general sentence.
    expect(said.unread).toEqual([
      "bot/channel/channel.ts: MemberExpression",
      "tickets/portfolio/portfolio-admin.ts: CallExpression",
    ]);
  });

  it.each(["es", "pt"] as const)("has each sentence in %s, and none that nobody says", (locale) => {
    const known = Object.keys(refusalWords[locale].sentences);

    expect([...said.sentences.keys()].filter((sentence) => !known.includes(sentence))).toEqual([]);
    expect(known.filter((sentence) => !said.sentences.has(sentence))).toEqual([]);
    expect(Object.keys(refusalWords[locale].phrases)).toEqual(Object.keys(refusalWords.es.phrases));
  });

  it.each(["es", "pt"] as const)("has a general sentence for every status in %s", (locale) => {
    const statuses = [...new Set(Object.values(errorStatus))].map(String);

    expect(Object.keys(refusalWords[locale].general).sort()).toEqual(statuses.sort());
  });

  it("leaves English as it is, and every code and detail", () => {
    const body = {
      code: "attendance/taken",
      message: "Bruno has already accepted this attendance.",
    } as const;
    const withHolder = { ...body, details: { holder: { id: "b", name: "Bruno" } } };

    expect(tell(body, "en")).toBe(body);
    expect(tell(withHolder, "pt")).toEqual({ ...withHolder, message: "Bruno já aceitou este atendimento." });
  });

  it("puts what the code said into the translation, whatever characters it has", () => {
    const message =
      'Sam $& (x) has all 3 conversations of the channel "a.b" they can take. Choose somebody else.';

    expect(tell({ code: "attendance/channel-full", message }, "es").message).toBe(
      "Sam $& (x) ya tiene las 3 conversaciones del canal «a.b» que puede atender. Elija a otra persona.",
    );
  });

  it("translates what stands inside a sentence, and its reason", () => {
    const reason = "It must be a whole number from 1 to 9.";
    const refused = {
      code: "parameter/refused",
      message: `Parameter 444 (Time to rate): ${reason}`,
      details: { number: 444, reason },
    } as const;
    const used = { code: "group/in-use", message: '"VIP" is used by 2 members and 1 folders.' } as const;

    expect(tell(refused, "es")).toEqual({
      code: "parameter/refused",
      message: "Parámetro 444: Debe ser un número entero de 1 a 9.",
      details: { number: 444, reason: "Debe ser un número entero de 1 a 9." },
    });
    expect(tell(used, "pt").message).toBe('"VIP" está em uso: 2 membros; 1 pastas.');
  });

  it("says something general rather than half of it in English", () => {
    const message = "Parameter 1 (One): Nobody has translated this.";

    expect(tell({ code: "parameter/refused", message }, "pt").message).toBe(
      "Isto não pode ser feito assim; verifique os dados.",
    );
    expect(tell({ code: "ticket/changed", message: "Quite new." }, "es").message).toBe(
      "Algo cambió entretanto. Vuelva a cargar e inténtelo de nuevo.",
    );
  });
});
