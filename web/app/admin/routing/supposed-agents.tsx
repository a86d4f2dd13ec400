import {
  ActionIcon,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  Stack,
  TagsInput,
  Text,
} from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type Availability, availabilities } from "../../../../contract/account.js";
import type { Locale } from "../../../../contract/locale.js";
import type { WhatIf } from "../../../../contract/routing.js";
import { consoleTexts } from "../../../texts/console.js";
import { languages } from "../../../texts/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import type { AgentSummary } from "../../shared/api.js";
import { useTexts } from "../../shared/desk.js";

export type Supposed = WhatIf["agents"][number];

interface SupposedAgentsProps {
  readonly agents: readonly AgentSummary[];
  readonly supposed: readonly Supposed[];
  readonly onChange: (supposed: readonly Supposed[]) => void;
}

/** Attendants as they are only thought to be; what is left empty stays as it is. */
export function SupposedAgents({ agents, supposed, onChange }: SupposedAgentsProps) {
  const t = useTexts(routingTexts);
  const others = agents.filter(({ id }) => supposed.every((one) => one.id !== id));
  return (
    <Stack gap="sm">
      {supposed.map((one) => {
        const agent = agents.find(({ id }) => id === one.id);
        return (
          agent && (
            <SupposedCard
              key={one.id}
              agent={agent}
              supposed={one}
              onChange={(changed) =>
                onChange(supposed.map((other) => (other.id === one.id ? changed : other)))
              }
              onRemove={() => onChange(supposed.filter(({ id }) => id !== one.id))}
            />
          )
        );
      })}
      <Select
        label={t("what-if.agent")}
        placeholder={t("what-if.agent.choose")}
        searchable
        value={null}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => id && onChange([...supposed, { id }])}
      />
    </Stack>
  );
}

interface SupposedCardProps {
  readonly agent: AgentSummary;
  readonly supposed: Supposed;
  readonly onChange: (supposed: Supposed) => void;
  readonly onRemove: () => void;
}

function SupposedCard({ agent, supposed, onChange, onRemove }: SupposedCardProps) {
  const t = useTexts(routingTexts);
  const words = useTexts(consoleTexts);
  const { name, status, online, active, capacity } = agent;
  const set = (change: Partial<Supposed>) => onChange(without({ ...supposed, ...change }));
  const isOnline = { yes: t("what-if.connected.yes"), no: t("what-if.connected.no") };
  return (
    <Paper withBorder radius="md" p="sm" component="section" aria-label={t("what-if.agent.of", { name })}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("what-if.agent.remove", { name })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          miw={150}
          clearable
          label={t("what-if.connected")}
          placeholder={isOnline[online ? "yes" : "no"]}
          data={Object.entries(isOnline).map(([value, label]) => ({ value, label }))}
          value={supposed.online === undefined ? null : supposed.online ? "yes" : "no"}
          onChange={(value) => set({ online: value === null ? undefined : value === "yes" })}
        />
        <Select
          miw={150}
          clearable
          label={t("what-if.status")}
          placeholder={words(`availability.${status}`)}
          data={availabilities.map((value) => ({ value, label: words(`availability.${value}`) }))}
          value={supposed.status ?? null}
          onChange={(value) => set({ status: (value ?? undefined) as Availability | undefined })}
        />
        <NumberInput
          miw={120}
          label={t("what-if.held")}
          placeholder={String(active)}
          min={0}
          max={100}
          allowDecimal={false}
          value={supposed.held ?? ""}
          onChange={(value) => set({ held: toNumber(value) })}
        />
        <NumberInput
          miw={120}
          label={t("what-if.capacity")}
          placeholder={String(capacity)}
          min={0}
          max={50}
          allowDecimal={false}
          value={supposed.capacity ?? ""}
          onChange={(value) => set({ capacity: toNumber(value) })}
        />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false} mt="xs">
        <TagsInput
          miw={180}
          label={t("person.skills")}
          placeholder={t("what-if.as-is")}
          value={supposed.skills ?? []}
          onChange={(skills) => set({ skills: skills.length === 0 ? undefined : skills })}
        />
        <MultiSelect
          miw={180}
          label={t("person.languages")}
          placeholder={t("what-if.as-is")}
          data={languages.map(({ locale, name: language }) => ({ value: locale, label: language }))}
          value={supposed.languages ?? []}
          onChange={(chosen) => set({ languages: chosen.length === 0 ? undefined : (chosen as Locale[]) })}
        />
      </Group>
    </Paper>
  );
}

function toNumber(value: string | number): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** What is not supposed is not told. */
function without(supposed: Supposed): Supposed {
  return Object.fromEntries(Object.entries(supposed).filter(([, value]) => value !== undefined)) as Supposed;
}
