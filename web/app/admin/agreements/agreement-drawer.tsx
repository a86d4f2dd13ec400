import { Group, MultiSelect, NumberInput, Select, SimpleGrid, Switch, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Agreement, AgreementForm, Target } from "../../../../contract/agreement.js";
import { type TicketPriority, ticketPriorities } from "../../../../contract/ticket.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { KeptDrawer } from "./kept-drawer.js";
import type { DrawerProps } from "./kept-part.js";
import type { AgreementLists } from "./use-agreement-lists.js";

const dayChars = 10;

/** One agreement: when it holds, what it covers, the chat, and its targets. */
export function AgreementDrawer({
  item,
  lists,
  onClose,
  onSaved,
}: DrawerProps<Agreement> & { lists: AgreementLists }) {
  const t = useTexts(agreementsTexts);
  const { agreements } = useDesk().api.admin.agreements;
  const [form, setForm] = useState<AgreementForm>(() => toForm(item));
  const set = (change: Partial<AgreementForm>) => setForm((present) => ({ ...present, ...change }));
  const setTarget = (priority: TicketPriority, change: Target) =>
    set({ targets: { ...form.targets, [priority]: { ...form.targets[priority], ...change } } });
  return (
    <KeptDrawer
      title={item?.name ?? t("new.agreement")}
      name={form.name}
      isReady={form.name.trim() !== ""}
      save={() => agreements.save(item?.id, form)}
      remove={item && (() => agreements.remove(item.id))}
      onClose={onClose}
      onSaved={onSaved}
    >
      <TextInput
        label={t("name")}
        required
        maxLength={200}
        value={form.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Switch
        label={t("chat")}
        description={t("chat.hint")}
        checked={form.isChatEnabled}
        onChange={(event) => set({ isChatEnabled: event.currentTarget.checked })}
      />
      <Switch
        label={t("active")}
        checked={form.isActive}
        onChange={(event) => set({ isActive: event.currentTarget.checked })}
      />
      <Group grow>
        <TextInput
          type="date"
          label={t("from")}
          value={toDay(form.activeFrom)}
          onChange={(event) => set({ activeFrom: fromDay(event.currentTarget.value) })}
        />
        <TextInput
          type="date"
          label={t("to")}
          value={toDay(form.activeTo)}
          onChange={(event) => set({ activeTo: fromDay(event.currentTarget.value) })}
        />
      </Group>
      <MultiSelect
        label={t("services")}
        data={[...lists.services]}
        value={form.serviceIds}
        searchable
        onChange={(serviceIds) => set({ serviceIds })}
      />
      <Select
        label={t("calendar")}
        allowDeselect={false}
        data={[{ value: "", label: t("calendar.none") }, ...lists.calendars]}
        value={form.calendarId ?? ""}
        onChange={(id) => set({ calendarId: id || undefined })}
      />
      <Text size="sm" fw={600}>
        {t("targets")}
      </Text>
      {ticketPriorities.map((priority) => (
        <SimpleGrid key={priority} cols={2}>
          <NumberInput
            label={`${t(`priority.${priority}`)}: ${t("target.response")}`}
            min={1}
            max={525_600}
            allowDecimal={false}
            value={form.targets[priority]?.responseMinutes ?? ""}
            onChange={(value) => setTarget(priority, { responseMinutes: toMinutes(value) })}
          />
          <NumberInput
            label={`${t(`priority.${priority}`)}: ${t("target.resolution")}`}
            min={1}
            max={525_600}
            allowDecimal={false}
            value={form.targets[priority]?.resolutionMinutes ?? ""}
            onChange={(value) => setTarget(priority, { resolutionMinutes: toMinutes(value) })}
          />
        </SimpleGrid>
      ))}
    </KeptDrawer>
  );
}

function toForm(item: Agreement | undefined): AgreementForm {
  if (!item) return { name: "", isActive: true, isChatEnabled: false, serviceIds: [], targets: {} };
  const { id: _id, ...form } = item;
  return form;
}

function toMinutes(value: number | string): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

function toDay(at: number | undefined): string {
  return at === undefined ? "" : new Date(at).toISOString().slice(0, dayChars);
}

function fromDay(text: string): number | undefined {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}
