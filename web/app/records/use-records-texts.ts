import type { Translate } from "../../texts/index.js";
import { type RecordsKey, recordsTexts } from "../../texts/records/index.js";
import { useTexts } from "../shared/desk.js";

export function useRecordsTexts(): Translate<RecordsKey> {
  return useTexts(recordsTexts);
}
