import {
  Alert,
  Button,
  Divider,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useCallback, useState } from "react";
import type { RoutedGroup } from "../../../../contract/routing.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { languages } from "../../../texts/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { Changes } from "../changes.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { ChannelLimits } from "./channel-limits.js";
import { type GroupDraft, parseClock, toDraft, toRouting } from "./group-draft.js";

interface SheetProps {
  readonly group: RoutedGroup;
  readonly others: readonly RoutedGroup[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The form of one group: how it gives out, when it is open, and what becomes of those who wait too long. */
export function GroupSheet({ group, others, onClose, onSaved }: SheetProps) {
  const t = useTexts(routingTexts);
  const admin = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [refusal, setRefusal] = useState<string>();
  const load = useCallback(
    async () => ({
      calendars: (await api.admin.readCalendarNames()).items,
      people: (await api.readAgents()).items,
    }),
    [api],
  );
  const [known] = useLoaded(load);
  const { calendars, people } = known.status === "ready" ? known.value : { calendars: [], people: [] };
  const form = useForm<GroupDraft>({
    initialValues: toDraft(group.routing),
    validate: {
      endLead: (text) => (parseClock(text) === undefined ? t("fault.lead") : null),
      overflowMinutes: (minutes, { overflowId }) =>
        overflowId !== null && !Number(minutes) ? admin("fault.needed") : null,
    },
  });
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const choice = { clearable: true, searchable: true, clearButtonProps: { "aria-label": admin("clear") } };

  const submit = async (draft: GroupDraft): Promise<void> => {
    try {
      await api.admin.saveGroupRouting(group.id, toRouting(draft, group.routing));
      tell.done(t("saved", { name: group.name }));
      onSaved();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };

  /** The form is longer than the screen: what is wrong may stand far above the button. */
  const showFirst = (errors: Record<string, unknown>): void => {
    const [first] = Object.keys(errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };

  return (
    <SideSheet title={group.name} onClose={onClose}>
      <form onSubmit={form.onSubmit((draft) => void submit(draft), showFirst)} noValidate>
        <Stack gap="sm">
          <Select
            label={t("field.giving")}
            allowDeselect={false}
            data={[
              { value: "pull", label: t("giving.pull") },
              { value: "push", label: t("giving.push") },
            ]}
            {...form.getInputProps("giving")}
          />
          {form.values.giving === "push" && (
            <NumberInput
              label={t("field.offer-seconds")}
              min={5}
              max={600}
              {...form.getInputProps("offerSeconds")}
            />
          )}
          <Select
            label={t("field.calendar")}
            placeholder={t("field.calendar.always")}
            {...choice}
            data={named(calendars)}
            {...form.getInputProps("calendarId")}
          />
          <TextInput label={t("field.end-lead")} maxLength={8} {...form.getInputProps("endLead")} />
          <TagsInput
            label={t("field.skills")}
            placeholder={t("field.words")}
            {...form.getInputProps("skills")}
          />
          <MultiSelect
            label={t("field.languages")}
            data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
            {...form.getInputProps("languages")}
          />
          <ChannelLimits
            limits={form.values.channels}
            onChange={(channels) => form.setFieldValue("channels", channels)}
          />
          <Select
            label={t("field.overflow")}
            {...choice}
            data={named(others)}
            {...form.getInputProps("overflowId")}
          />
          {form.values.overflowId !== null && (
            <NumberInput
              label={t("field.overflow-after")}
              min={1}
              max={1440}
              {...form.getInputProps("overflowMinutes")}
            />
          )}
          <NumberInput
            label={t("field.wait-limit")}
            description={t("field.wait-limit.hint")}
            min={1}
            max={1440}
            {...form.getInputProps("waitMinutes")}
          />
          <NumberInput
            label={t("field.first-answer")}
            description={t("field.silence.hint")}
            min={0}
            max={1440}
            {...form.getInputProps("firstAnswerMinutes")}
          />
          <NumberInput
            label={t("field.later-answer")}
            description={t("field.silence.hint")}
            min={0}
            max={1440}
            {...form.getInputProps("laterAnswerMinutes")}
          />
          <Select
            label={t("field.owner")}
            {...choice}
            data={named(people)}
            {...form.getInputProps("ownerId")}
          />
          <Select
            label={t("field.dispatcher")}
            description={t("field.dispatcher.hint")}
            {...choice}
            data={named(people)}
            {...form.getInputProps("dispatcherId")}
          />
          {refusal && (
            <Alert role="alert" color="red">
              {refusal}
            </Alert>
          )}
          <Button type="submit">{t("save")}</Button>
          <Divider label={admin("tab.history")} />
          <Changes objectId={group.id} />
        </Stack>
      </form>
    </SideSheet>
  );
}
