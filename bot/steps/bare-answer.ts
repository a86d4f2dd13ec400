import type { Turn } from "../turn.js";
import { understood } from "./understood.js";

/** "Sí, por favor", "no, not that": more words than these say something of their own. */
const mostWords = 4;

/** A "yes" or "no" that was typed and says nothing else. */
export function bareAnswer(turn: Turn): "yes" | "no" | undefined {
  const { text, value } = turn.incoming;
  if (value !== undefined || text.trim().split(/\s+/u).length > mostWords) return undefined;
  const said = understood(turn, "yes", "no");
  return said === "yes" || said === "no" ? said : undefined;
}
