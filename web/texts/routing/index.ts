import type { Texts } from "../index.js";
import { type RoutingKey, routingEn } from "./en.js";
import { routingEs } from "./es.js";
import { routingPt } from "./pt.js";

export type { RoutingKey };

export const routingTexts: Texts<RoutingKey> = { en: routingEn, es: routingEs, pt: routingPt };
