import type { Locale } from "../../contract/index.js";

const decimalsMax = 6;
const wholeDigitsMax = 12;

/**
 * A number with the separators of either side of the ocean, as a plain one with a point, or `undefined`. The last
 * separator is the decimal one, except that one followed by exactly three digits groups thousands where the language
 * writes it so ("1.500" in Spanish and Portuguese, "1,500" in English).
 */
export function parseNumber(answer: string, locale: Locale): string | undefined {
  const text = answer.replace(/[\s\u00a0\u202f'’]/g, "").replace(/^\+/, "");
  if (!/^-?\d[\d.,]*$/.test(text) || /[.,]$/.test(text)) return undefined;
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const isDecimal = at >= 0 && !groupsThousands(text, at, locale);
  const whole = (isDecimal ? text.slice(0, at) : text).replace(/[.,]/g, "");
  const decimals = isDecimal ? text.slice(at + 1) : "";
  const digits = whole.replace("-", "");
  if (digits === "" || digits.length > wholeDigitsMax || decimals.length > decimalsMax) return undefined;
  return plain(Number(`${whole}.${decimals || "0"}`));
}

export function displayNumber(value: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: decimalsMax, useGrouping: "min2" }).format(
    Number(value),
  );
}

function groupsThousands(text: string, at: number, locale: Locale): boolean {
  const separator = text[at] ?? "";
  const count = text.split(separator).length - 1;
  const decimal = locale === "en" ? "." : ",";
  return /^\d{3}$/.test(text.slice(at + 1)) && (count > 1 || separator !== decimal);
}

/** Three decimals would read as thousands in some languages, and a stored value must parse to itself. */
function plain(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
