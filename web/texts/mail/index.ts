import type { Texts } from "../index.js";
import { type MailKey, mailEn } from "./en.js";
import { mailEs } from "./es.js";
import { mailPt } from "./pt.js";

export type { MailKey };

export const mailTexts: Texts<MailKey> = { en: mailEn, es: mailEs, pt: mailPt };
