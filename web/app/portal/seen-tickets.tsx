import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { Ticket } from "../../../contract/ticket.js";
import { type Keeping, keepInBrowser } from "../../chat/keeping.js";
import { useMe } from "../shared/desk.js";

interface Seen {
  /** Everything older than this browser's first visit counts as seen. */
  readonly since: number;
  /** Ticket number → its `updatedAt` when it was last opened here. */
  readonly opened: Readonly<Record<string, number>>;
}

interface SeenTickets {
  isNews(ticket: Ticket): boolean;
  markSeen(ticket: Ticket): void;
}

const SeenContext = createContext<SeenTickets | undefined>(undefined);

/** Remembers, in this browser and per person, which tickets changed since they were last opened. */
export function SeenTicketsProvider({ children }: { children: ReactNode }) {
  const { id } = useMe();
  const key = `deskhand:seen-tickets:${id}`;
  const [keeping] = useState<Keeping>(keepInBrowser);
  const [seen, setSeen] = useState<Seen>(() => readSeen(keeping, key));

  const isNews = useCallback(
    ({ number, updatedAt }: Ticket) => updatedAt > (seen.opened[number] ?? seen.since),
    [seen],
  );
  const markSeen = useCallback(
    ({ number, updatedAt }: Ticket) =>
      setSeen((known) => {
        if ((known.opened[number] ?? 0) >= updatedAt) return known;
        const next = { ...known, opened: { ...known.opened, [number]: updatedAt } };
        keeping.write(key, JSON.stringify(next));
        return next;
      }),
    [keeping, key],
  );
  const value = useMemo(() => ({ isNews, markSeen }), [isNews, markSeen]);
  return <SeenContext.Provider value={value}>{children}</SeenContext.Provider>;
}

export function useSeenTickets(): SeenTickets {
  const seen = useContext(SeenContext);
  if (!seen) throw new Error("useSeenTickets needs a SeenTicketsProvider around it.");
  return seen;
}

function readSeen(keeping: Keeping, key: string): Seen {
  const kept = parseSeen(keeping.read(key));
  if (kept) return kept;
  const first = { since: Date.now(), opened: {} };
  keeping.write(key, JSON.stringify(first));
  return first;
}

function parseSeen(text: string | undefined): Seen | undefined {
  try {
    const value: Partial<Seen> | null = JSON.parse(text ?? "null");
    if (typeof value?.since !== "number" || typeof value.opened !== "object") return undefined;
    return { since: value.since, opened: value.opened };
  } catch {
    return undefined;
  }
}
