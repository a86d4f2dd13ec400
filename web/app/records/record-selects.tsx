import { Select } from "@mantine/core";
import {
  type TicketPriority,
  type TicketState,
  ticketPriorities,
  ticketStates,
} from "../../../contract/ticket.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { useRecordsTexts } from "./use-records-texts.js";
import type { Choice } from "./use-staff-lists.js";

interface SelectProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function StateSelect({ value, onChange }: SelectProps<TicketState>) {
  const t = useRecordsTexts();
  return (
    <Select
      label={t("field.state")}
      allowDeselect={false}
      data={ticketStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
      value={value}
      onChange={(chosen) => onChange(ticketStates.find((state) => state === chosen) ?? value)}
    />
  );
}

export function PrioritySelect({ value, onChange }: SelectProps<TicketPriority>) {
  const t = useRecordsTexts();
  return (
    <Select
      label={t("field.priority")}
      allowDeselect={false}
      data={ticketPriorities.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
      value={value}
      onChange={(chosen) => onChange(ticketPriorities.find((priority) => priority === chosen) ?? value)}
    />
  );
}

interface StaffSelectProps extends SelectProps<string | null> {
  readonly label: RecordsKey;
  readonly choices: readonly Choice[];
}

/** A group or an attendant, or nobody. */
export function StaffSelect({ label, choices, value, onChange }: StaffSelectProps) {
  const t = useRecordsTexts();
  return (
    <Select
      label={t(label)}
      clearable
      clearButtonProps={{ "aria-label": t("discard") }}
      data={[...choices]}
      value={value}
      onChange={onChange}
    />
  );
}
