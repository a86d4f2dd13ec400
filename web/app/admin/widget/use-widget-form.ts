import { type UseFormReturnType, useForm } from "@mantine/form";
import type { InitialAction, WidgetSettings } from "../../../../contract/widget.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export type WidgetForm = UseFormReturnType<WidgetSettings>;

/** The settings while they are edited; what the server would refuse is told at its field. */
export function useWidgetForm(settings: WidgetSettings): WidgetForm {
  const t = useWidgetTexts();
  const action = (value: InitialAction): string | null => {
    const isChosen =
      (value.kind !== "open-activity" || value.activityId !== "") &&
      (value.kind !== "search" || value.text.trim() !== "");
    return isChosen ? null : t("fault.choose");
  };
  return useForm<WidgetSettings>({
    initialValues: settings,
    validate: {
      accent: (color) => (/^#[0-9a-f]{6}$/i.test(color) ? null : t("fault.color")),
      languages: (chosen) => (chosen.length === 0 ? t("fault.languages") : null),
      initialAction: action,
      allowedOrigins: (origins) => {
        const wrong = origins.find((origin) => !isOrigin(origin));
        return wrong === undefined ? null : t("fault.origin", { origin: wrong });
      },
      guest: {
        accountId: (id, { guest }) => (guest.enabled && !id ? t("fault.needed") : null),
        keyword: (word, { guest }) => (guest.enabled && word.trim() === "" ? t("fault.needed") : null),
        initialAction: action,
      },
    },
  });
}

function isOrigin(text: string): boolean {
  const plain = text.replace(/\/$/, "").toLowerCase();
  return /^https?:\/\//.test(plain) && URL.canParse(plain) && new URL(plain).origin === plain;
}
