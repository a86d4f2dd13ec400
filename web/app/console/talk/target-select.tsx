import { Select } from "@mantine/core";
import type { AgentSummary } from "../../shared/api.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";

export interface TargetSelectProps {
  readonly kind: "agent" | "group";
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Colleagues who can take a talk first; who is offline or has no place free is shown but cannot be chosen. */
export function TargetSelect({ kind, value, onChange }: TargetSelectProps) {
  const t = useConsoleTexts();
  const { agents, groups, me } = useConsoleState((state) => state);
  const colleagues = agents.filter(({ id }) => id !== me.id).sort(byReadiness);
  const data =
    kind === "group"
      ? groups.map(({ id, name }) => ({ value: id, label: name }))
      : colleagues.map((agent) => ({
          value: agent.id,
          disabled: !mayTake(agent),
          label: t("transfer.agent", {
            name: agent.name,
            status: t(`availability.${isThere(agent) ? agent.status : "offline"}`),
            active: agent.active,
            capacity: agent.capacity,
          }),
        }));
  return (
    <Select
      label={t(`transfer.kind.${kind}`)}
      placeholder={t("transfer.choose")}
      nothingFoundMessage={t("search.none")}
      searchable
      data-autofocus
      maxDropdownHeight={170}
      comboboxProps={{ withinPortal: false }}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}

function isThere({ online, status }: AgentSummary): boolean {
  return online && status !== "offline";
}

function mayTake(agent: AgentSummary): boolean {
  return isThere(agent) && agent.active < agent.capacity;
}

function byReadiness(one: AgentSummary, other: AgentSummary): number {
  return Number(mayTake(other)) - Number(mayTake(one)) || one.name.localeCompare(other.name);
}
