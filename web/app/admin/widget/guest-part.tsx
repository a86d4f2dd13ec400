import { PasswordInput, Stack, Switch, Textarea } from "@mantine/core";
import { AccountField } from "./account-field.js";
import { ActionField } from "./action-field.js";
import type { StartPartProps } from "./start-part.js";
import { useWidgetTexts } from "./use-widget-texts.js";

/** Guest mode: people nobody knows, limited by an account that stands for them (S2-X1). */
export function GuestPart({
  form,
  language,
  activities,
  accountName,
}: StartPartProps & { readonly accountName: string | undefined }) {
  const t = useWidgetTexts();
  const { guest } = form.values;
  return (
    <Stack>
      <Switch
        label={t("guest.on")}
        description={t("guest.on.hint")}
        {...form.getInputProps("guest.enabled", { type: "checkbox" })}
      />
      <AccountField
        label={t("guest.account")}
        description={t("guest.account.hint")}
        required={guest.enabled}
        error={form.errors["guest.accountId"]}
        known={guest.accountId === undefined ? undefined : { id: guest.accountId, name: accountName ?? "" }}
        onChange={(id) => form.setFieldValue("guest.accountId", id)}
      />
      <PasswordInput
        label={t("guest.keyword")}
        description={t("guest.keyword.hint")}
        required={guest.enabled}
        maxLength={80}
        autoComplete="off"
        {...form.getInputProps("guest.keyword")}
      />
      <Textarea
        lang={language}
        label={t("welcome")}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps(`guest.welcome.${language}`)}
        value={guest.welcome[language] ?? ""}
      />
      <Switch
        label={t("opened")}
        description={t("opened.hint")}
        {...form.getInputProps("guest.startsOpened", { type: "checkbox" })}
      />
      <ActionField
        value={guest.initialAction}
        error={form.errors["guest.initialAction"]}
        activities={activities}
        onChange={(value) => form.setFieldValue("guest.initialAction", value)}
      />
      <Switch
        label={t("guest.people")}
        description={t("guest.people.hint")}
        {...form.getInputProps("guest.reachesPeople", { type: "checkbox" })}
      />
    </Stack>
  );
}
