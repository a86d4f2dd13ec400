import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import type { RequestName } from "../../../contract/events.js";
import type { Outcome } from "../../chat/index.js";
import type { ConsoleKey } from "../../texts/console.js";
import type { Translate } from "../../texts/index.js";
import { useConsoleTexts } from "./console-context.js";
import { findHolderName } from "./state/holder.js";

/** Tells the agent why something was refused; answers whether it was done. */
export function useOutcome(): <N extends RequestName>(outcome: Outcome<N>) => boolean {
  const t = useConsoleTexts();
  return useCallback(
    (outcome) => {
      if (outcome.ok) return true;
      const { code } = outcome.error;
      // The question itself tells it.
      if (code === "attendance/choose-group") return false;
      const color = code === "attendance/taken" ? "yellow" : "red";
      notifications.show({
        color,
        ...tellRefusal(outcome.error, t),
        closeButtonProps: { "aria-label": t("dialog.close") },
      });
      return false;
    },
    [t],
  );
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
}

function tellRefusal({ code, message, details }: Refusal, t: Translate<ConsoleKey>) {
  if (code === "attendance/taken") {
    const name = findHolderName(details);
    return { title: t("taken.title"), message: name ? t("taken.by", { name }) : t("taken.by-other") };
  }
  if (code === "attendance/gone") return { title: t("gone.title"), message: t("gone.text") };
  if (code === "attendance/at-capacity") return { title: t("full.title"), message: t("full.text") };
  if (code.startsWith("client/")) return { title: t("lost.title"), message: t("lost.text") };
  return { title: t("refused.title"), message };
}
