import { useCallback, useMemo } from "react";
import { inLocale } from "../../../../contract/locale.js";
import type { LocalizedText } from "../../../../contract/locale-schema.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What agreements and rules can name; empty while it loads. */
export interface AgreementLists {
  readonly services: readonly Choice[];
  readonly activities: readonly Choice[];
  readonly groups: readonly Choice[];
  readonly agreements: readonly Choice[];
  readonly calendars: readonly Choice[];
  nameOf(id: string): string;
  inOwn(text: LocalizedText): string;
  reload(): void;
}

export function useAgreementLists(): AgreementLists {
  const { api } = useDesk();
  const locale = useLocale();
  const [portfolio] = useLoaded(useCallback(() => api.admin.readPortfolio(), [api]));
  const [groups] = useLoaded(useCallback(() => api.readGroups(), [api]));
  const [agreements, reload] = useLoaded(useCallback(() => api.admin.agreements.agreements.list(), [api]));
  const [calendars] = useLoaded(useCallback(() => api.admin.agreements.readCalendars(), [api]));
  return useMemo(() => {
    const inOwn = (text: LocalizedText) => inLocale(text, locale);
    const named = (items: readonly { readonly id: string; readonly name: LocalizedText }[]) =>
      items.map(({ id, name }) => ({ value: id, label: inOwn(name) }));
    const plain = (items: readonly { readonly id: string; readonly name: string }[]) =>
      items.map(({ id, name }) => ({ value: id, label: name }));
    const lists = {
      services: portfolio.status === "ready" ? named(portfolio.value.services) : [],
      activities: portfolio.status === "ready" ? named(portfolio.value.activities) : [],
      groups: groups.status === "ready" ? plain(groups.value.items) : [],
      agreements: agreements.status === "ready" ? plain(agreements.value.items) : [],
      calendars: calendars.status === "ready" ? plain(calendars.value.items) : [],
    };
    const names = new Map(
      Object.values(lists)
        .flat()
        .map(({ value, label }) => [value, label]),
    );
    return { ...lists, inOwn, reload, nameOf: (id: string) => names.get(id) ?? "…" };
  }, [portfolio, groups, agreements, calendars, locale, reload]);
}
