import { Button, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";
import { emptyField } from "./draft.js";
import { FieldCard } from "./field-card.js";
import type { PartProps } from "./general-part.js";

/** What the activity asks for, in the order in which it is asked. */
export function FieldsEditor({ form, language }: PartProps) {
  const t = useTexts(adminTexts);
  const { fields } = form.values;
  const add = () => {
    const id = fields.reduce((highest, field) => Math.max(highest, field.id), -1) + 1;
    form.insertListItem("fields", emptyField(id));
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("fields.hint")}
      </Text>
      <ol className={classes.plain}>
        {fields.map((field, index) => (
          <FieldCard key={field.id} form={form} language={language} field={field} index={index} />
        ))}
      </ol>
      <Button variant="light" leftSection={<IconPlus size={16} />} onClick={add}>
        {t("fields.add")}
      </Button>
    </Stack>
  );
}
