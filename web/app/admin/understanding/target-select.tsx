import { Select } from "@mantine/core";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { useNameOf, useUnderstandingTexts } from "./use-understanding-texts.js";

interface TargetSelectProps {
  readonly label: string;
  readonly state: UnderstandingState;
  readonly value: string | null;
  readonly onChange: (target: string | null) => void;
}

/** Everything a sentence can mean: the desk's activities, and what people say to an assistant. */
export function TargetSelect({ label, state, value, onChange }: TargetSelectProps) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const intents = state.intents.map((target) => ({
    value: target,
    label: nameOf({ target, title: target }),
  }));
  const activities = state.activities.map(({ target, title }) => ({ value: target, label: title }));
  return (
    <Select
      label={label}
      required
      searchable
      data={[
        { group: t("teach.activities"), items: activities },
        { group: t("teach.intents"), items: intents },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
