import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { Interaction } from "../../../contract/interaction.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { useDesk } from "../shared/desk.js";
import type { ApiError } from "../shared/http.js";
import { DraftForm } from "./draft-form.js";
import { PrioritySelect, StaffSelect, StateSelect } from "./record-selects.js";
import { useDraft } from "./use-draft.js";
import { useRecordsTexts } from "./use-records-texts.js";
import { useStaffLists } from "./use-staff-lists.js";
import { useToldSaved } from "./use-told-saved.js";

export interface InteractionFormProps {
  readonly interaction: Interaction;
  /** One column in the console's narrow pane. */
  readonly cols?: number;
  readonly onSaved: () => void;
}

const labels = {
  title: "field.title",
  description: "field.description",
  solution: "field.solution",
  location: "field.location",
  state: "field.state",
  priority: "field.priority",
  groupId: "field.group",
  assigneeId: "field.assignee",
} as const satisfies Record<string, RecordsKey>;

function toValues({ title, description, solution, location, state, priority, group, assignee }: Interaction) {
  const groupId = group?.id ?? null;
  return {
    title,
    description,
    solution,
    location,
    state,
    priority,
    groupId,
    assigneeId: assignee?.id ?? null,
  };
}

/** Everything an attendant writes about an interaction, during the talk or after it (S1-12). */
export function InteractionForm({ interaction, cols = 2, onSaved }: InteractionFormProps) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const { groups, people } = useStaffLists();
  const draft = useDraft({
    record: interaction,
    version: (record: Interaction) => record.version,
    toValues,
    send: (change, version) => api.records.editInteraction(interaction.number, { ...change, version }),
    presentOf: findPresent,
    onSaved: useToldSaved(onSaved),
  });
  const { values, set } = draft;
  return (
    <DraftForm draft={draft} labels={labels} choices={[...groups, ...people]}>
      <TextInput
        label={t("field.title")}
        required
        maxLength={200}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: cols }} spacing="sm">
        <StateSelect value={values.state} onChange={(state) => set({ state })} />
        <PrioritySelect value={values.priority} onChange={(priority) => set({ priority })} />
        <StaffSelect
          label="field.group"
          choices={groups}
          value={values.groupId}
          onChange={(groupId) => set({ groupId })}
        />
        <StaffSelect
          label="field.assignee"
          choices={people}
          value={values.assigneeId}
          onChange={(assigneeId) => set({ assigneeId })}
        />
      </SimpleGrid>
      <TextInput
        label={t("field.location")}
        maxLength={200}
        value={values.location}
        onChange={(event) => set({ location: event.currentTarget.value })}
      />
      <Textarea
        label={t("field.description")}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={8000}
        value={values.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <Textarea
        label={t("field.solution")}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={8000}
        value={values.solution}
        onChange={(event) => set({ solution: event.currentTarget.value })}
      />
    </DraftForm>
  );
}

function findPresent({ code, details }: ApiError): Interaction | undefined {
  if (code !== "interaction/changed") return undefined;
  return (details as { readonly present?: Interaction }).present;
}
