import { Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Interaction } from "../../../contract/interaction.js";
import { ticketPriorities, ticketStates } from "../../../contract/ticket.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { useDesk } from "../shared/desk.js";
import type { ApiError } from "../shared/http.js";
import { DraftFoot } from "./draft-foot.js";
import { useDraft } from "./use-draft.js";
import { useRecordsTexts } from "./use-records-texts.js";
import { useStaffLists } from "./use-staff-lists.js";

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
    onSaved: () => {
      notifications.show({
        color: "green",
        message: t("saved"),
        closeButtonProps: { "aria-label": t("close") },
      });
      onSaved();
    },
  });
  const { values, set } = draft;
  const inWords = (name: string, value: unknown): string => {
    const known = [...groups, ...people].find((choice) => choice.value === value);
    if (name === "state") return t(`state.${ticketStates.find((one) => one === value) ?? "open"}`);
    if (name === "priority")
      return t(`priority.${ticketPriorities.find((one) => one === value) ?? "medium"}`);
    return known?.label ?? String(value ?? t("nobody"));
  };
  const conflict =
    draft.conflict &&
    Object.entries(labels).flatMap(([name, label]) => {
      const present = Object.entries(draft.conflict ?? {}).find(([field]) => field === name);
      return present === undefined ? [] : [{ label: t(label), value: inWords(name, present[1]) }];
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t("field.title")}
          required
          maxLength={200}
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: cols }} spacing="sm">
          <Select
            label={t("field.state")}
            allowDeselect={false}
            data={ticketStates.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={values.state}
            onChange={(value) => set({ state: ticketStates.find((one) => one === value) ?? values.state })}
          />
          <Select
            label={t("field.priority")}
            allowDeselect={false}
            data={ticketPriorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
            value={values.priority}
            onChange={(value) =>
              set({ priority: ticketPriorities.find((one) => one === value) ?? values.priority })
            }
          />
          <Select
            label={t("field.group")}
            clearable
            clearButtonProps={{ "aria-label": t("discard") }}
            data={[...groups]}
            value={values.groupId}
            onChange={(groupId) => set({ groupId })}
          />
          <Select
            label={t("field.assignee")}
            clearable
            clearButtonProps={{ "aria-label": t("discard") }}
            data={[...people]}
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
        <DraftFoot {...draft} conflict={conflict} onDiscard={draft.discard} />
      </Stack>
    </form>
  );
}

function findPresent({ code, details }: ApiError): Interaction | undefined {
  if (code !== "interaction/changed") return undefined;
  return (details as { readonly present?: Interaction }).present;
}
