import type { Translate } from "../../texts/index.js";
import { type PortalKey, portalTexts } from "../../texts/portal/index.js";
import { useTexts } from "../shared/desk.js";

export function usePortalTexts(): Translate<PortalKey> {
  return useTexts(portalTexts);
}
