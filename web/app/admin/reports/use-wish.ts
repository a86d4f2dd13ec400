import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { maxReportDays } from "../../../../contract/report-columns.js";
import type { ReportWish } from "../../shared/report-api.js";

const filters = ["groupId", "agentId", "channel", "language"] as const;
export type WishKey = "from" | "to" | (typeof filters)[number];
const dayMs = 86_400_000;
const usualDays = 28;

/** The period and filters, kept in the address; the days are those of this browser's zone. */
export interface Wish {
  readonly wish: ReportWish;
  readonly isFit: boolean;
  set(change: Partial<Record<WishKey, string>>): void;
}

export function useWish(): Wish {
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const wish = useMemo(() => readWish(new URLSearchParams(search)), [search]);
  return {
    wish,
    isFit: isFit(wish),
    set: (change) =>
      setParams(
        (former) => {
          const next = new URLSearchParams(former);
          for (const [key, value] of Object.entries(change)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

export function readZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** The last so many days, today among them, as this browser's calendar has them. */
export function lastDays(count: number): { readonly from: string; readonly to: string } {
  const today = new Date();
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1);
  return { from: toDate(first), to: toDate(today) };
}

function readWish(params: URLSearchParams): ReportWish {
  const usual = lastDays(usualDays);
  const chosen = filters.flatMap((key) => {
    const value = params.get(key);
    return value ? [[key, value] as const] : [];
  });
  return {
    from: params.get("from") ?? usual.from,
    to: params.get("to") ?? usual.to,
    zone: readZone(),
    ...Object.fromEntries(chosen),
  };
}

function isFit({ from = "", to = "" }: ReportWish): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return days >= 1 && days <= maxReportDays;
}

function toDate(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
