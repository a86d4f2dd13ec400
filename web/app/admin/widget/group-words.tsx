import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { WidgetForm } from "./use-widget-form.js";
import { useWidgetTexts } from "./use-widget-texts.js";

/** Which word of a portal stands for which group. */
export function GroupWords({ form, groups }: { form: WidgetForm; groups: readonly ListedGroup[] }) {
  const t = useWidgetTexts();
  const first = groups[0];
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {t("groups")}
        </Text>
        <Text size="xs" c="dimmed">
          {t("groups.hint")}
        </Text>
      </div>
      {form.values.groups.map(({ claim, groupId }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own while it is typed.
        <Group key={at} align="flex-end" wrap="nowrap">
          <TextInput
            label={t("groups.claim")}
            maxLength={100}
            flex={1}
            {...form.getInputProps(`groups.${at}.claim`)}
            value={claim}
          />
          <Select
            label={t("groups.group")}
            allowDeselect={false}
            flex={1}
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={groupId}
            onChange={(id) => form.setFieldValue(`groups.${at}.groupId`, id ?? groupId)}
          />
          <ActionIcon
            variant="subtle"
            color="red.9"
            size="lg"
            aria-label={t("groups.remove", { name: claim })}
            onClick={() => form.removeListItem("groups", at)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {first && (
        <Group>
          <Button
            variant="default"
            size="xs"
            onClick={() => form.insertListItem("groups", { claim: "", groupId: first.id })}
          >
            {t("groups.add")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
