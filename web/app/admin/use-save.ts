import { useCallback } from "react";
import { appTexts } from "../../texts/app.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { useTell } from "./use-tell.js";

export type Saved = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Writes a parameter and tells that it was saved; a refusal comes back with the server's reason. */
export function useSave(): (number: number, value: string) => Promise<Saved> {
  const t = useTexts(appTexts);
  const tell = useTell();
  const { api } = useDesk();
  return useCallback(
    async (number, value) => {
      try {
        await api.writeParameter(number, value);
        tell.done(t("admin.saved", { number }));
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    [api, t, tell],
  );
}
