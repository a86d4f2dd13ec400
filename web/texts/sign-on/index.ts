import type { Texts } from "../index.js";
import { type SignOnKey, signOnEn } from "./en.js";
import { signOnEs } from "./es.js";
import { signOnPt } from "./pt.js";

export type { SignOnKey };

export const signOnTexts: Texts<SignOnKey> = { en: signOnEn, es: signOnEs, pt: signOnPt };
