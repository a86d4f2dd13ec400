import { useCallback } from "react";
import type { Catalog } from "../../../contract/ticket.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { type Loaded, useLoaded } from "../shared/use-loaded.js";

/** The catalogs this person may use, in the language of the page. */
export function useCatalogs(): readonly [Loaded<readonly Catalog[]>, () => void] {
  const { api } = useDesk();
  const locale = useLocale();
  return useLoaded(useCallback(async () => (await api.readCatalog(locale)).items, [api, locale]));
}
