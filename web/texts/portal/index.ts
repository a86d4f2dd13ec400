import type { Texts } from "../index.js";
import { type PortalKey, portalEn } from "./en.js";
import { portalEs } from "./es.js";
import { portalPt } from "./pt.js";

export type { PortalKey };

export const portalTexts: Texts<PortalKey> = { en: portalEn, es: portalEs, pt: portalPt };
