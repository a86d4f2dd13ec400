import { Stack, Switch, Textarea } from "@mantine/core";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import type { Locale } from "../../../texts/index.js";
import { ActionField } from "./action-field.js";
import type { WidgetForm } from "./use-widget-form.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface StartPartProps {
  readonly form: WidgetForm;
  readonly language: Locale;
  readonly activities: AdminPortfolio["activities"];
}

/** How a talk begins for people who are known. */
export function StartPart({ form, language, activities }: StartPartProps) {
  const t = useWidgetTexts();
  return (
    <Stack>
      <Textarea
        lang={language}
        label={t("welcome")}
        description={t("welcome.hint")}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps(`welcome.${language}`)}
        value={form.values.welcome[language] ?? ""}
      />
      <Switch
        label={t("opened")}
        description={t("opened.hint")}
        {...form.getInputProps("startsOpened", { type: "checkbox" })}
      />
      <ActionField
        value={form.values.initialAction}
        error={form.errors.initialAction}
        activities={activities}
        onChange={(value) => form.setFieldValue("initialAction", value)}
      />
    </Stack>
  );
}
