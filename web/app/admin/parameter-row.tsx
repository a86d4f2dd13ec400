import { Group, Text } from "@mantine/core";
import { useState } from "react";
import { appTexts } from "../../texts/app.js";
import type { Parameter } from "../shared/api.js";
import { useLocale, useTexts } from "../shared/desk.js";
import { useNow } from "../shared/time.js";
import { toExact, toRelative } from "../shared/time-format.js";
import classes from "./admin.module.css";
import { FlagField } from "./flag-field.js";
import { HistoryButton } from "./history-button.js";
import { useSave } from "./use-save.js";
import { ValueField } from "./value-field.js";

/** One parameter: its number, what it does, its value, and who changed it last. */
export function ParameterRow({ parameter, onSaved }: { parameter: Parameter; onSaved: () => void }) {
  const save = useSave();
  const [error, setError] = useState<string>();
  const { number, name, help, type } = parameter;

  const write = async (value: string): Promise<boolean> => {
    const saved = await save(number, value);
    setError(saved.ok ? undefined : saved.reason);
    if (saved.ok) onSaved();
    return saved.ok;
  };

  const Field = type === "flag" ? FlagField : ValueField;
  return (
    <li className={classes.row}>
      <span className={classes.number}>{number}</span>
      <div>
        <Text size="sm" fw={600} id={`name-${number}`}>
          {name}
        </Text>
        <Text size="sm" c="dimmed" id={`help-${number}`}>
          {help}
        </Text>
        <Group gap={8} mt={4} wrap="wrap">
          <LastChange parameter={parameter} />
          {parameter.updatedAt !== undefined && <HistoryButton parameter={parameter} />}
        </Group>
      </div>
      <div className={classes.value}>
        <Field key={parameter.value} parameter={parameter} error={error} onWrite={write} />
      </div>
    </li>
  );
}

function LastChange({ parameter: { updatedAt, updatedBy } }: { parameter: Parameter }) {
  const t = useTexts(appTexts);
  const locale = useLocale();
  const now = useNow();
  if (!updatedAt) return null;
  const time = toRelative(updatedAt, now, locale);
  return (
    <Text size="xs" c="dimmed" title={toExact(updatedAt, locale)}>
      {updatedBy ? t("admin.changed", { time, name: updatedBy }) : t("admin.changed-at", { time })}
    </Text>
  );
}
