import {
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  luminance,
  mergeMantineTheme,
  toRgba,
} from "@mantine/core";
import { cssVariablesResolver, theme } from "../../../../web/app/shared/theme.js";

const least = 4.5;
const colors = Object.keys(DEFAULT_THEME.colors).filter((name) => name !== "dark");
const merged = mergeMantineTheme(DEFAULT_THEME, theme);
const [usual, own] = [defaultCssVariablesResolver(merged), cssVariablesResolver(merged)];

describe.each(["light", "dark"] as const)("words in a colour on a %s page", (scheme) => {
  const variables: Readonly<Record<string, string>> = {
    ...usual.variables,
    ...usual[scheme],
    ...own.variables,
    ...own[scheme],
  };
  /** What a variable is in the end. */
  function colorOf(name: string): string {
    const value = variables[`--mantine-color-${name}`] ?? "";
    const referred = /^var\(--mantine-color-([\w-]+)\)$/.exec(value)?.[1];
    return referred === undefined ? value : colorOf(referred);
  }
  function contrast(words: string, ground: string): number {
    const [one, other] = [words, ground].map((name) => {
      const { r, g, b, a } = toRgba(colorOf(name));
      // What shines through would have to be mixed first.
      expect([name, a]).toEqual([name, 1]);
      return luminance(`rgb(${r}, ${g}, ${b})`) + 0.05;
    }) as [number, number];
    return Math.max(one, other) / Math.min(one, other);
  }

  it.each(colors)("can be read in alerts, badges and quiet buttons, also under the pointer: %s", (name) => {
    const grounds = { light: `${name}-light`, hover: `${name}-light-hover`, page: "body" };
    const words = { light: `${name}-light-color`, hover: `${name}-light-color`, page: `${name}-outline` };

    for (const kind of ["light", "hover", "page"] as const) {
      expect([kind, Math.min(contrast(words[kind], grounds[kind]), least)]).toEqual([kind, least]);
    }
  });
});
