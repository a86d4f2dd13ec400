import { deriveMode } from "../../../../config/parameters/mode.js";
import { findMode, modes, planMode } from "../../../../web/app/admin/find-mode.js";
import { matchesParameter } from "../../../../web/app/admin/matches-parameter.js";
import type { Parameter } from "../../../../web/app/shared/api.js";

const values = ["Y", "N", ""];
const every = values.flatMap((chat) =>
  values.flatMap((inside) =>
    values.flatMap((outside) => values.map((people) => ({ chat, inside, outside, people }))),
  ),
);

function toParameters({ chat, inside, outside, people }: (typeof every)[number]): Parameter[] {
  const pairs = [
    [316, chat],
    [423, inside],
    [450, outside],
    [9001, people],
  ] as const;
  return pairs.map(([number, value]) => ({ number, name: "", help: "", type: "flag", value }));
}

describe("the mode", () => {
  it("is shown as the server derives it, for every setting (S2-3 to S2-8)", () => {
    const differing = every.map(toParameters).filter((parameters) => {
      const get = (number: number) =>
        parameters.find((parameter) => parameter.number === number)?.value ?? "";
      return findMode(parameters) !== deriveMode({ get, assistantAvailable: true });
    });

    expect(differing).toEqual([]);
  });

  it("becomes the chosen one from every setting, and nothing right is written again", () => {
    for (const parameters of every.map(toParameters)) {
      for (const mode of modes) {
        const plan = planMode(mode, parameters);
        const after = parameters.map((parameter) => ({
          ...parameter,
          ...plan.find(({ number }) => number === parameter.number),
        }));

        expect(findMode(after)).toBe(mode);
        expect(planMode(mode, after)).toEqual([]);
      }
    }
  });
});

describe("the search for parameters", () => {
  const parameter: Parameter = {
    number: 316,
    name: "Ativar o chat",
    help: "Não há conversa sem ele.",
    type: "flag",
    value: "",
  };

  it.each(["316", "31", "chat ativar", "nao", "  CONVERSA "])("finds it by %p", (search) => {
    expect(matchesParameter(parameter, search)).toBe(true);
  });

  it.each(["16", "317", "chat telefone"])("does not find it by %p", (search) => {
    expect(matchesParameter(parameter, search)).toBe(false);
  });
});
