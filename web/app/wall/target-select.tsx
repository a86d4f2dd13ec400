import { Select } from "@mantine/core";
import { useStore } from "zustand";
import type { WallAgent, WallTalk } from "../../../contract/team/wall.js";
import { consoleTexts } from "../../texts/console.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import type { WallStore } from "./wall-store.js";

export interface Target {
  readonly to: { readonly kind: "agent" | "group"; readonly id: string };
  readonly name: string;
}

interface TargetSelectProps {
  readonly wall: WallStore;
  readonly talk: WallTalk;
  readonly onChoose: (target: Target) => void;
}

/**
 * To whom a talk can go: attendants who are there, and groups where somebody has it already. Who has no place free
 * stands last and cannot be chosen.
 */
export function TargetSelect({ wall, talk, onChoose }: TargetSelectProps) {
  const t = useTexts(teamTexts);
  const tConsole = useTexts(consoleTexts);
  const { agents, groups } = useStore(wall.store);
  const isWaiting = talk.phase === "logged";
  // Whoever stands in none of its groups would be refused what waits.
  const able = agents
    .filter(
      ({ id, online, groupIds }) =>
        online &&
        id !== talk.agentId &&
        (!isWaiting || groupIds.some((group) => talk.groupIds.includes(group))),
    )
    .sort((one, other) => Number(isFull(one)) - Number(isFull(other)) || one.name.localeCompare(other.name));
  const choose = (value: string | null): void => {
    const [kind, id] = value?.split(" ") ?? [];
    if (!id || (kind !== "agent" && kind !== "group")) return;
    const name = (kind === "agent" ? agents : groups).find((one) => one.id === id)?.name ?? "";
    onChoose({ to: { kind, id }, name: kind === "agent" ? name : t("wall.people-of", { group: name }) });
  };
  const label = t(isWaiting ? "wall.assign" : "wall.reassign");
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      value={null}
      onChange={choose}
      nothingFoundMessage={t("wall.nobody-there")}
      comboboxProps={{ width: 290, position: "bottom-start" }}
      data={[
        {
          group: t("wall.agents"),
          items: able.map((agent) => ({
            value: `agent ${agent.id}`,
            disabled: isFull(agent),
            label: tConsole("transfer.agent", {
              name: agent.name,
              status: tConsole(`availability.${agent.status}`),
              active: agent.active,
              capacity: agent.capacity,
            }),
          })),
        },
        ...(isWaiting
          ? []
          : [
              {
                group: t("wall.groups"),
                items: groups.map(({ id, name }) => ({ value: `group ${id}`, label: name })),
              },
            ]),
      ]}
    />
  );
}

function isFull({ active, capacity }: WallAgent): boolean {
  return active >= capacity;
}
