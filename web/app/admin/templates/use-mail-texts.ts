import type { Translate } from "../../../texts/index.js";
import { type MailKey, mailTexts } from "../../../texts/mail/index.js";
import { useTexts } from "../../shared/desk.js";

export function useMailTexts(): Translate<MailKey> {
  return useTexts(mailTexts);
}
