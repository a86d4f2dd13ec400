import { Group, Select, TextInput } from "@mantine/core";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import type { InitialAction } from "../../../../contract/widget.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface ActionFieldProps {
  readonly value: InitialAction;
  readonly error: React.ReactNode;
  readonly activities: AdminPortfolio["activities"];
  readonly onChange: (value: InitialAction) => void;
}

const kinds = ["none", "menu", "open-activity", "search"] as const;

/** What the assistant does when a talk begins, with what it needs for it. */
export function ActionField({ value, error, activities, onChange }: ActionFieldProps) {
  const t = useWidgetTexts();
  return (
    <Group align="flex-start" grow>
      <Select
        label={t("action")}
        description={t("action.hint")}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`action.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => onChange(toAction(kind))}
      />
      {value.kind === "open-activity" && (
        <Select
          label={t("action.activity")}
          description={" "}
          searchable
          error={error}
          data={activities.map(({ id, name }) => ({ value: id, label: name[t.locale] ?? name.en }))}
          value={value.activityId || null}
          onChange={(activityId) => onChange({ kind: "open-activity", activityId: activityId ?? "" })}
        />
      )}
      {value.kind === "search" && (
        <TextInput
          label={t("action.words")}
          description={" "}
          maxLength={200}
          error={error}
          value={value.text}
          onChange={(event) => onChange({ kind: "search", text: event.currentTarget.value })}
        />
      )}
    </Group>
  );
}

function toAction(kind: string | null): InitialAction {
  if (kind === "open-activity") return { kind, activityId: "" };
  if (kind === "search") return { kind, text: "" };
  return { kind: kind === "menu" ? "menu" : "none" };
}
