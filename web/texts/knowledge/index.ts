import type { Texts } from "../index.js";
import { type KnowledgeKey, knowledgeEn } from "./en.js";
import { knowledgeEs } from "./es.js";
import { knowledgePt } from "./pt.js";

export type { KnowledgeKey };

export const knowledgeTexts: Texts<KnowledgeKey> = { en: knowledgeEn, es: knowledgeEs, pt: knowledgePt };
