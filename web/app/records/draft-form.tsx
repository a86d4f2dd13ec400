import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ticketLevels, ticketPriorities, ticketStates } from "../../../contract/ticket.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { DraftFoot } from "./draft-foot.js";
import type { Draft } from "./use-draft.js";
import { useRecordsTexts } from "./use-records-texts.js";
import type { Choice } from "./use-staff-lists.js";

interface DraftFormProps<T> {
  readonly draft: Draft<T>;
  /** What the fields are called that somebody else may have changed. */
  readonly labels: Readonly<Record<string, RecordsKey>>;
  /** Groups and people by their ids. */
  readonly choices: readonly Choice[];
  readonly children: ReactNode;
}

/** The fields of a record with what stands under them: save, discard, and what somebody else has changed. */
export function DraftForm<T>({ draft, labels, choices, children }: DraftFormProps<T>) {
  const t = useRecordsTexts();
  const toWords = useToWords(choices);
  const conflict =
    draft.conflict &&
    Object.entries(draft.conflict).flatMap(([name, value]) => {
      const label = labels[name];
      return label === undefined ? [] : [{ label: t(label), value: toWords(name, value) }];
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <Stack gap="sm">
        {children}
        <DraftFoot {...draft} conflict={conflict} onDiscard={draft.discard} />
      </Stack>
    </form>
  );
}

/** The value of a field as people read it. */
function useToWords(choices: readonly Choice[]): (name: string, value: unknown) => string {
  const t = useRecordsTexts();
  return (name, value) => {
    const state = ticketStates.find((one) => one === value);
    if (name === "state" && state) return t(`state.${state}`);
    const priority = ticketPriorities.find((one) => one === value);
    if (name === "priority" && priority) return t(`priority.${priority}`);
    const level = ticketLevels.find((one) => one === value);
    if ((name === "impact" || name === "urgency") && level) return t(`level.${level}`);
    if (typeof value === "object" && value !== null) return Object.values(value).join(", ");
    return choices.find((choice) => choice.value === value)?.label ?? String(value ?? t("nobody"));
  };
}
