import { ActionIcon, Button, Group, MultiSelect, Select, Stack } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type Condition, conditionSchema } from "../../../../contract/agreement.js";
import { ticketKinds, ticketPriorities } from "../../../../contract/ticket.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { languages } from "../../../texts/index.js";
import { useTexts } from "../../shared/desk.js";
import type { AgreementLists, Choice } from "./use-agreement-lists.js";

const fields = ["activity", "service", "requester-group", "group", "kind", "priority", "language"] as const;
type Field = (typeof fields)[number];

export interface ConditionsEditorProps {
  readonly conditions: readonly Condition[];
  readonly lists: AgreementLists;
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** Conditions that must all hold: a field, a comparison and values, never code. */
export function ConditionsEditor({ conditions, lists, onChange }: ConditionsEditorProps) {
  const t = useTexts(agreementsTexts);
  const choices = (field: Field): readonly Choice[] => {
    switch (field) {
      case "activity":
        return lists.activities;
      case "service":
        return lists.services;
      case "group":
      case "requester-group":
        return lists.groups;
      case "kind":
        return ticketKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
      case "priority":
        return ticketPriorities.map((value) => ({ value, label: t(`priority.${value}`) }));
      case "language":
        return languages.map(({ locale, name }) => ({ value: locale, label: name }));
    }
  };
  const write = (at: number, condition: unknown) =>
    onChange(conditions.map((one, place) => (place === at ? toCondition(condition, one) : one)));
  return (
    <Stack gap="xs">
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own but its place.
        <Group key={at} gap="xs" align="flex-end">
          <Select
            w={{ base: "100%", xs: 190 }}
            label={t("condition.field")}
            allowDeselect={false}
            data={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
            value={condition.field}
            onChange={(value) => {
              const field = fields.find((known) => known === value) ?? condition.field;
              write(at, {
                ...condition,
                field,
                values: choices(field)
                  .slice(0, 1)
                  .map((choice) => choice.value),
              });
            }}
          />
          <Select
            w={{ base: "100%", xs: 170 }}
            label={t("condition.operator")}
            allowDeselect={false}
            data={(["is", "is-not"] as const).map((value) => ({ value, label: t(`operator.${value}`) }))}
            value={condition.operator}
            onChange={(operator) => write(at, { ...condition, operator })}
          />
          <MultiSelect
            flex="1 1 220px"
            label={t("condition.values")}
            data={[...choices(condition.field)]}
            value={[...condition.values]}
            onChange={(values) => write(at, { ...condition, values })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={conditions.length === 1}
            aria-label={t("condition.remove")}
            onClick={() => onChange(conditions.filter((_, place) => place !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            onChange([...conditions, { field: "priority", operator: "is", values: ["critical"] }])
          }
        >
          {t("condition.add")}
        </Button>
      </Group>
    </Stack>
  );
}

/** What does not fit leaves the condition as it was: the last value cannot be taken out, only exchanged. */
function toCondition(wished: unknown, present: Condition): Condition {
  const parsed = conditionSchema.safeParse(wished);
  return parsed.success ? parsed.data : present;
}
