import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useRecordsTexts } from "./use-records-texts.js";

export interface DraftFootProps {
  readonly isDirty: boolean;
  readonly busy: boolean;
  readonly refusal: string | undefined;
  /** What is there now and differs from what was written, as names and values in words. */
  readonly conflict: readonly { readonly label: string; readonly value: string }[] | undefined;
  readonly onDiscard: () => void;
}

/** Save and discard, and why it was not saved. */
export function DraftFoot({ isDirty, busy, refusal, conflict, onDiscard }: DraftFootProps) {
  const t = useRecordsTexts();
  return (
    <Stack gap="sm">
      {conflict && (
        <Alert role="alert" color="indigo" icon={<IconUsers size={18} />} title={t("conflict.title")}>
          <Text size="sm">{t("conflict.text")}</Text>
          {conflict.map(({ label, value }) => (
            <Text key={label} size="sm">
              <b>{label}:</b> {value}
            </Text>
          ))}
        </Alert>
      )}
      {refusal && (
        <Alert role="alert" color="red" title={t("refused")}>
          {refusal}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={busy} disabled={!isDirty}>
          {t("save")}
        </Button>
        {isDirty && (
          <Button variant="default" size="sm" onClick={onDiscard}>
            {t("discard")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
