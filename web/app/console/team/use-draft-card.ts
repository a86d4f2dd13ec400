import { useState } from "react";
import { z } from "zod";
import { keepInTab } from "../../../chat/index.js";
import { useConsoleState } from "../console-context.js";
import type { ArticleCard } from "./card-chip.js";

const keeping = keepInTab();
const cardSchema = z.strictObject({ id: z.string(), title: z.string() });

/** The article that goes with the next message of a talk; like its draft it outlives other tabs and a refresh (S1-31). */
export function useDraftCard(
  conversationId: string,
): readonly [ArticleCard | undefined, (card: ArticleCard | undefined) => void] {
  const key = `deskhand:card:${useConsoleState(({ me }) => me.id)}:${conversationId}`;
  const [card, setCard] = useState(() => readCard(key));
  const write = (next: ArticleCard | undefined): void => {
    keeping.write(key, next && JSON.stringify({ id: next.id, title: next.title }));
    setCard(next);
  };
  return [card, write];
}

function readCard(key: string): ArticleCard | undefined {
  try {
    return cardSchema.parse(JSON.parse(keeping.read(key) ?? ""));
  } catch {
    return undefined;
  }
}
