import {
  ActionIcon,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import { type FieldDraft, fieldTypes, toFieldName } from "./draft.js";
import type { PartProps } from "./general-part.js";
import { OptionsEditor } from "./options-editor.js";

export interface FieldProps extends PartProps {
  readonly field: FieldDraft;
  readonly index: number;
}

/** One question: what it asks, what answer it takes. */
export function FieldCard({ form, language, field, index }: FieldProps) {
  const t = useTexts(adminTexts);
  const path = `fields.${index}`;
  const isEnglish = language === "en";
  /** A name that nobody has written follows the label. */
  const label = (text: string) => {
    const follows = field.name === "" || field.name === toFieldName(field.label.en);
    form.setFieldValue(`${path}.label.${language}`, text);
    if (isEnglish && follows) form.setFieldValue(`${path}.name`, toFieldName(text));
  };
  return (
    <Paper component="li" withBorder p="sm" mb="sm" radius="md">
      <Stack gap="xs">
        <FieldHead form={form} language={language} field={field} index={index} />
        <TextInput
          label={t("field.label")}
          required={isEnglish}
          maxLength={200}
          {...form.getInputProps(`${path}.label.${language}`)}
          onChange={(event) => label(event.currentTarget.value)}
        />
        <TextInput
          label={t("field.ask")}
          description={t("field.ask.hint")}
          required={isEnglish}
          maxLength={500}
          {...form.getInputProps(`${path}.ask.${language}`)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <Select
            label={t("field.type")}
            allowDeselect={false}
            data={fieldTypes.map((type) => ({ value: type, label: t(`field.type.${type}`) }))}
            {...form.getInputProps(`${path}.type`)}
          />
          <TextInput label={t("field.name")} maxLength={60} {...form.getInputProps(`${path}.name`)} />
        </SimpleGrid>
        {field.type === "text" && (
          <NumberInput
            label={t("field.max")}
            min={1}
            max={4000}
            allowDecimal={false}
            {...form.getInputProps(`${path}.maxChars`)}
          />
        )}
        {field.type === "choice" && (
          <OptionsEditor form={form} language={language} field={field} index={index} />
        )}
        <Switch
          label={t("field.required")}
          {...form.getInputProps(`${path}.required`, { type: "checkbox" })}
        />
      </Stack>
    </Paper>
  );
}

function FieldHead({ form, language, field, index }: FieldProps) {
  const t = useTexts(adminTexts);
  const name = field.label[language] || field.label.en || t("field.new");
  const move = (to: number) => form.reorderListItem("fields", { from: index, to });
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={600} size="sm" truncate>
        {index + 1}. {name}
      </Text>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          onClick={() => move(index - 1)}
          aria-label={t("field.up", { name })}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === form.values.fields.length - 1}
          onClick={() => move(index + 1)}
          aria-label={t("field.down", { name })}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          onClick={() => form.removeListItem("fields", index)}
          aria-label={t("field.remove", { name })}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
