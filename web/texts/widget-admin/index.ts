import type { Texts } from "../index.js";
import { type WidgetAdminKey, widgetAdminEn } from "./en.js";
import { widgetAdminEs } from "./es.js";
import { widgetAdminPt } from "./pt.js";

export const widgetAdminTexts: Texts<WidgetAdminKey> = {
  en: widgetAdminEn,
  es: widgetAdminEs,
  pt: widgetAdminPt,
};
export type { WidgetAdminKey };
