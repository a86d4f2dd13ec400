import type { OptionalTexts } from "../../contract/widget.js";
import type { Locale } from "../texts/index.js";

/** What an admin has written for this language; `undefined` leaves the product's own words. */
export function inLook(texts: OptionalTexts, locale: Locale): string | undefined {
  return texts[locale] || undefined;
}
