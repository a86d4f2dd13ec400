import type { Translate } from "../../../texts/index.js";
import { type WidgetAdminKey, widgetAdminTexts } from "../../../texts/widget-admin/index.js";
import { useTexts } from "../../shared/desk.js";

export function useWidgetTexts(): Translate<WidgetAdminKey> {
  return useTexts(widgetAdminTexts);
}
