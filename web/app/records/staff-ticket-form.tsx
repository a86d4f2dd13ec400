import { Select, SimpleGrid, Text, Textarea, TextInput } from "@mantine/core";
import { type Ticket, ticketLevels } from "../../../contract/ticket.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { useDesk } from "../shared/desk.js";
import type { ApiError } from "../shared/http.js";
import { DraftForm } from "./draft-form.js";
import { PrioritySelect, StaffSelect, StateSelect } from "./record-selects.js";
import { useDraft } from "./use-draft.js";
import { useRecordsTexts } from "./use-records-texts.js";
import { useStaffLists } from "./use-staff-lists.js";
import { useToldSaved } from "./use-told-saved.js";

const labels = {
  state: "field.state",
  groupId: "field.group",
  assigneeId: "field.assignee",
  ownerId: "field.owner",
  expertId: "field.expert",
  priority: "field.priority",
  impact: "field.impact",
  urgency: "field.urgency",
  description: "field.description",
  fields: "ticket.fields",
} as const satisfies Record<string, RecordsKey>;

function toValues(ticket: Ticket) {
  return {
    state: ticket.state,
    groupId: ticket.group?.id,
    assigneeId: ticket.assignee?.id ?? null,
    ownerId: ticket.owner?.id ?? null,
    expertId: ticket.expert?.id ?? null,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    description: ticket.description,
    fields: Object.fromEntries(ticket.fields.map(({ name, value }) => [name, value])),
  };
}

/** State, hands, urgency and words of a ticket, saved together under the version that was read. */
export function StaffTicketForm({ ticket, onSaved }: { ticket: Ticket; onSaved: () => void }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const { groups, people } = useStaffLists();
  const draft = useDraft({
    record: ticket,
    version: (record: Ticket) => record.version,
    toValues,
    send: (change, version) => api.records.editTicket(ticket.number, { ...change, version }),
    presentOf: findPresent,
    onSaved: useToldSaved(onSaved),
  });
  const { values, set } = draft;
  const person = (name: "assigneeId" | "ownerId" | "expertId") => (
    <StaffSelect
      label={labels[name]}
      choices={people}
      value={values[name]}
      onChange={(id) => set({ [name]: id })}
    />
  );
  const rating = (name: "impact" | "urgency") => (
    <Select
      label={t(labels[name])}
      allowDeselect={false}
      data={ticketLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
      value={values[name]}
      onChange={(value) => set({ [name]: ticketLevels.find((one) => one === value) ?? values[name] })}
    />
  );

  return (
    <DraftForm draft={draft} labels={labels} choices={[...groups, ...people]}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <StateSelect value={values.state} onChange={(state) => set({ state })} />
        <PrioritySelect value={values.priority} onChange={(priority) => set({ priority })} />
        {rating("impact")}
        {rating("urgency")}
        <Select
          label={t("field.group")}
          allowDeselect={false}
          data={[...groups]}
          value={values.groupId ?? null}
          onChange={(groupId) => set(groupId === null ? {} : { groupId })}
        />
        {person("assigneeId")}
        {person("ownerId")}
        {person("expertId")}
      </SimpleGrid>
      {(values.state === "closed" || values.state === "canceled") && (
        <Text size="xs" c="dimmed">
          {t("ticket.settle-hint")}
        </Text>
      )}
      <Textarea
        label={t("field.description")}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={8000}
        value={values.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      {ticket.fields.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {ticket.fields.map(({ name, label }) => (
            <TextInput
              key={name}
              label={label}
              maxLength={4000}
              value={values.fields[name] ?? ""}
              onChange={(event) => set({ fields: { ...values.fields, [name]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
      )}
    </DraftForm>
  );
}

function findPresent({ code, details }: ApiError): Ticket | undefined {
  if (code !== "ticket/changed") return undefined;
  return (details as { readonly present?: Ticket }).present;
}
