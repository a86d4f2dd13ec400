import type { Translate } from "../../../texts/index.js";
import { type KnowledgeKey, knowledgeTexts } from "../../../texts/knowledge/index.js";
import { useTexts } from "../../shared/desk.js";

export function useKnowledgeTexts(): Translate<KnowledgeKey> {
  return useTexts(knowledgeTexts);
}
