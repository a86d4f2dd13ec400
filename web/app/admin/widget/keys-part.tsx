import { Alert, Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { WidgetKeyEntry } from "../../../../contract/widget.js";
import { useDesk } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { Snippet } from "./snippet.js";
import { useWidgetTexts } from "./use-widget-texts.js";

const overlaps = ["0", "1", "24", "168"] as const;

/** The keys portals sign with; a new one is shown once. */
export function KeysPart({ keys: given }: { keys: readonly WidgetKeyEntry[]; onChanged: () => void }) {
  const t = useWidgetTexts();
  const tell = useTell();
  const { api } = useDesk();
  const [keys, setKeys] = useState(given);
  const [overlap, setOverlap] = useState<string>("24");
  const [secret, setSecret] = useState<string>();
  const time = new Intl.DateTimeFormat(t.locale, { dateStyle: "medium", timeStyle: "short" });

  const make = async (): Promise<void> => {
    try {
      setSecret((await api.admin.newWidgetKey(Number(overlap))).secret);
      setKeys((await api.admin.readWidget()).keys);
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t("keys")}
      </Text>
      {keys.length === 0 && <Text size="sm">{t("keys.none")}</Text>}
      {keys.map(({ id, createdAt, endsAt }) => (
        <Text key={id} size="sm">
          {endsAt === undefined
            ? t("keys.present", { when: time.format(createdAt) })
            : t("keys.former", { when: time.format(createdAt), until: time.format(endsAt) })}
        </Text>
      ))}
      {secret && (
        <Alert color="yellow" role="status">
          <Snippet title="DESKHAND_KEY" hint={t("keys.secret")} code={secret} />
        </Alert>
      )}
      <Group align="flex-end">
        {keys.length > 0 && (
          <Select
            label={t("keys.overlap")}
            allowDeselect={false}
            data={overlaps.map((hours) => ({ value: hours, label: t(`keys.overlap.${hours}`) }))}
            value={overlap}
            onChange={(hours) => setOverlap(hours ?? "24")}
          />
        )}
        <Button variant="default" onClick={() => void make()}>
          {t(keys.length > 0 ? "keys.change" : "keys.new")}
        </Button>
      </Group>
    </Stack>
  );
}
