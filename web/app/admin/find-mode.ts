import type { Parameter } from "../shared/api.js";

export const modes = ["both", "automatic", "manual", "off"] as const;
export type DeskMode = (typeof modes)[number];

/** The parameters from which the mode follows: chat, the assistant inside and outside, hand-over to people. */
export const modeNumbers: readonly number[] = [316, 423, 450, 9001];

/** Who answers, as the server derives it from the parameters (S2-3 to S2-8). */
export function findMode(parameters: readonly Parameter[]): DeskMode {
  const read = (number: number) => parameters.find((parameter) => parameter.number === number)?.value;
  if (read(316) !== "Y") return "off";
  const assistant = [read(423), read(450)];
  if (assistant.includes("N") || !assistant.includes("Y")) return "manual";
  return read(9001) === "Y" ? "both" : "automatic";
}

/** What has to be written, in this order, so that the mode becomes `mode`; nothing that is right is written again. */
export function planMode(
  mode: DeskMode,
  parameters: readonly Parameter[],
): readonly { readonly number: number; readonly value: "Y" | "N" }[] {
  const wanted = wantedValues[mode];
  return wanted.filter(
    ({ number, value }) => parameters.find((parameter) => parameter.number === number)?.value !== value,
  );
}

const wantedValues = {
  off: [{ number: 316, value: "N" }],
  manual: [
    { number: 423, value: "N" },
    { number: 450, value: "N" },
    { number: 316, value: "Y" },
  ],
  automatic: [
    { number: 9001, value: "N" },
    { number: 423, value: "Y" },
    { number: 450, value: "Y" },
    { number: 316, value: "Y" },
  ],
  both: [
    { number: 9001, value: "Y" },
    { number: 423, value: "Y" },
    { number: 450, value: "Y" },
    { number: 316, value: "Y" },
  ],
} as const;
