import { Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type Ticket, ticketLevels, ticketPriorities, ticketStates } from "../../../contract/ticket.js";
import type { RecordsKey } from "../../texts/records/index.js";
import { useDesk } from "../shared/desk.js";
import type { ApiError } from "../shared/http.js";
import { DraftFoot } from "./draft-foot.js";
import { useDraft } from "./use-draft.js";
import { useRecordsTexts } from "./use-records-texts.js";
import { useStaffLists } from "./use-staff-lists.js";

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
    const state = ticketStates.find((one) => one === value);
    if (name === "state" && state) return t(`state.${state}`);
    const priority = ticketPriorities.find((one) => one === value);
    if (name === "priority" && priority) return t(`priority.${priority}`);
    const level = ticketLevels.find((one) => one === value);
    if (level) return t(`level.${level}`);
    if (typeof value === "object" && value !== null) return Object.values(value).join(", ");
    return (
      [...groups, ...people].find((choice) => choice.value === value)?.label ?? String(value ?? t("nobody"))
    );
  };
  const conflict =
    draft.conflict &&
    Object.entries(draft.conflict).flatMap(([name, value]) => {
      const label = Object.entries(labels).find(([field]) => field === name)?.[1];
      return label === undefined ? [] : [{ label: t(label), value: inWords(name, value) }];
    });
  const person = (name: "assigneeId" | "ownerId" | "expertId") => (
    <Select
      label={t(labels[name])}
      clearable
      clearButtonProps={{ "aria-label": t("discard") }}
      data={[...people]}
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
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
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
        <DraftFoot {...draft} conflict={conflict} onDiscard={draft.discard} />
      </Stack>
    </form>
  );
}

function findPresent({ code, details }: ApiError): Ticket | undefined {
  if (code !== "ticket/changed") return undefined;
  return (details as { readonly present?: Ticket }).present;
}
