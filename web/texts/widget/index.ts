import type { Texts } from "../index.js";
import { type WidgetKey, widgetEn } from "./en.js";
import { widgetEs } from "./es.js";
import { widgetPt } from "./pt.js";

export type { WidgetKey };

export const widgetTexts: Texts<WidgetKey> = { en: widgetEn, es: widgetEs, pt: widgetPt };
