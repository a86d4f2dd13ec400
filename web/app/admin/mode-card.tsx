import { Badge, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { appTexts } from "../../texts/app.js";
import type { Parameter } from "../shared/api.js";
import { useTexts } from "../shared/desk.js";
import { findMode, modeNumbers, modes, planMode } from "./find-mode.js";
import { useSave } from "./use-save.js";

/** Which mode results from the parameters, and a switch that sets them together. */
export function ModeCard({ parameters, onSaved }: { parameters: readonly Parameter[]; onSaved: () => void }) {
  const t = useTexts(appTexts);
  const save = useSave();
  const [busy, setBusy] = useState(false);
  const mode = findMode(parameters);
  const sources = parameters.filter(({ number }) => modeNumbers.includes(number));

  const change = async (value: string): Promise<void> => {
    const wanted = modes.find((known) => known === value);
    if (!wanted) return;
    setBusy(true);
    for (const { number, value: next } of planMode(wanted, parameters)) {
      const saved = await save(number, next);
      if (saved.ok) continue;
      notifications.show({ color: "red", message: saved.reason });
      break;
    }
    setBusy(false);
    onSaved();
  };

  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="mode-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="mode-title">
          {t("admin.mode.title")}
        </Title>
        <SegmentedControl
          aria-labelledby="mode-title"
          value={mode}
          disabled={busy}
          onChange={change}
          data={modes.map((known) => ({ value: known, label: t(`admin.mode.${known}`) }))}
        />
        <Text size="sm" role="status">
          {t(`admin.mode.${mode}.text`)}
        </Text>
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t("admin.mode.from")}
          </Text>
          {sources.map(({ number, name, value }) => (
            <Badge key={number} variant="light" color={value === "Y" ? "indigo" : "gray"} tt="none" fw={500}>
              {number} {name}: {t(value === "Y" ? "admin.on" : value === "N" ? "admin.off" : "admin.not-set")}
            </Badge>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {t("admin.mode.calm")}
        </Text>
      </Stack>
    </Paper>
  );
}
