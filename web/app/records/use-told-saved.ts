import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useRecordsTexts } from "./use-records-texts.js";

/** Tells that it was saved, then does what follows. */
export function useToldSaved(then: () => void): () => void {
  const t = useRecordsTexts();
  return useCallback(() => {
    notifications.show({
      color: "green",
      message: t("saved"),
      closeButtonProps: { "aria-label": t("close") },
    });
    then();
  }, [t, then]);
}
