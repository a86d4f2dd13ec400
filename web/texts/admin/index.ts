import type { Texts } from "../index.js";
import { type AdminKey, adminEn } from "./en.js";
import { adminEs } from "./es.js";
import { adminPt } from "./pt.js";

export type { AdminKey };

export const adminTexts: Texts<AdminKey> = { en: adminEn, es: adminEs, pt: adminPt };
