import { useCallback } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import type { AnyForm, PortfolioList } from "../../shared/admin-api.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

/** Saves an item and says so; answers with the server's reason when it was refused. */
export function useSaveItem(onSaved: () => void) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  return useCallback(
    async (list: PortfolioList, id: string | undefined, form: AnyForm): Promise<string | undefined> => {
      try {
        await api.admin.savePortfolioItem(list, id, form);
        const name = typeof form.name === "string" ? form.name : form.name.en;
        tell.done(t("saved", { name }));
        onSaved();
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    [api, t, tell, onSaved],
  );
}
