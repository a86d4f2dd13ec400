import type { Texts } from "../index.js";
import { type TeamKey, teamEn } from "./en.js";
import { teamEs } from "./es.js";
import { teamPt } from "./pt.js";

export type { TeamKey };

export const teamTexts: Texts<TeamKey> = { en: teamEn, es: teamEs, pt: teamPt };
