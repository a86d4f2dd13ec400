import type { Translate } from "../../../texts/index.js";
import { type ReportsKey, reportsTexts } from "../../../texts/reports/index.js";
import { useTexts } from "../../shared/desk.js";

export function useReportsTexts(): Translate<ReportsKey> {
  return useTexts(reportsTexts);
}
