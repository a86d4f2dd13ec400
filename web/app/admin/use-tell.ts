import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { adminTexts } from "../../texts/admin/index.js";
import { useTexts } from "../shared/desk.js";

export interface Tell {
  done(message: string): void;
  failed(message: string): void;
}

/** Short messages that go by themselves. */
export function useTell(): Tell {
  const t = useTexts(adminTexts);
  return useMemo(() => {
    const show = (color: string) => (message: string) => {
      notifications.show({ color, message, closeButtonProps: { "aria-label": t("close") } });
    };
    return { done: show("green"), failed: show("red") };
  }, [t]);
}
