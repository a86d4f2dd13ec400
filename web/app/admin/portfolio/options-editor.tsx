import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import { emptyOption } from "./draft.js";
import type { FieldProps } from "./field-card.js";

/** The answers of a choice: what is kept, and what is shown in each language. */
export function OptionsEditor({ form, language, field, index }: FieldProps) {
  const t = useTexts(adminTexts);
  const path = `fields.${index}.options`;
  const add = () => {
    const id = field.options.reduce((highest, option) => Math.max(highest, option.id), -1) + 1;
    form.insertListItem(path, emptyOption(id));
  };
  return (
    <Fieldset legend={t("options.title")}>
      <Stack gap="xs">
        {field.options.map((option, at) => (
          <Group key={option.id} gap={6} wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              placeholder={t("options.label")}
              aria-label={t("options.label-of", { number: at + 1 })}
              maxLength={200}
              {...form.getInputProps(`${path}.${at}.label.${language}`)}
            />
            <TextInput
              flex={1}
              placeholder={t("options.value")}
              aria-label={t("options.value-of", { number: at + 1 })}
              maxLength={100}
              {...form.getInputProps(`${path}.${at}.value`)}
            />
            <ActionIcon
              mt={4}
              variant="subtle"
              color="red"
              onClick={() => form.removeListItem(path, at)}
              aria-label={t("options.remove", { number: at + 1 })}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t("options.add")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
