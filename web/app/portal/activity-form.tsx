import { Alert, Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertCircle, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { inLocale } from "../../../contract/locale.js";
import type { Activity, ActivityField, Ticket } from "../../../contract/ticket.js";
import { newId } from "../../chat/new-id.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { usePortalTexts } from "./use-portal-texts.js";

const maxDescriptionChars = 8000;
const maxFieldChars = 4000;

type Values = Record<string, string>;

/** A field of the description, and one for each thing the activity asks for. */
export function ActivityForm({ activity, onSent }: { activity: Activity; onSent: (ticket: Ticket) => void }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [requestId] = useState(newId);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(["description", ...activity.fields.map(toKey)].map((key) => [key, ""])),
    validate: (values) => findFaults(activity, values, t),
  });

  async function send(values: Values): Promise<void> {
    setBusy(true);
    setFault(undefined);
    const filled = activity.fields.map((field) => [field.name, values[toKey(field)]?.trim() ?? ""]);
    const fields = Object.fromEntries(filled.filter(([, value]) => value !== ""));
    try {
      const description = values.description?.trim() ?? "";
      onSent(await api.openTicket({ activityId: activity.id, description, fields, requestId }));
    } catch (error) {
      setFault(error instanceof Error ? error.message : "");
    }
    setBusy(false);
  }

  function focusFirst(faults: Readonly<Record<string, unknown>>): void {
    const [first] = ["description", ...activity.fields.map(toKey)].filter((key) => faults[key]);
    if (first) form.getInputNode(first)?.focus();
  }

  return (
    <form onSubmit={form.onSubmit((values) => void send(values), focusFirst)} noValidate>
      <Stack>
        <Textarea
          label={t("form.description")}
          description={t("form.description.hint")}
          withAsterisk
          autosize
          minRows={4}
          maxRows={14}
          maxLength={maxDescriptionChars}
          {...form.getInputProps("description")}
        />
        {activity.fields.map((field) => (
          <FieldInput key={field.name} field={field} {...form.getInputProps(toKey(field))} />
        ))}
        {fault !== undefined && (
          <Alert color="red" icon={<IconAlertCircle />} title={t("form.failed")} role="alert">
            {fault}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy} leftSection={<IconSend size={18} />}>
            {t("form.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FieldInput({ field, ...input }: { field: ActivityField }) {
  const t = usePortalTexts();
  const locale = useLocale();
  const name = inLocale(field.label, locale);
  const label = field.required ? name : t("form.optional", { label: name });
  const shared = { label, withAsterisk: field.required, ...input };
  if (field.type === "choice") {
    const options = (field.options ?? []).map((option) => ({
      value: option.value,
      label: inLocale(option.label, locale),
    }));
    return <NativeSelect data={[{ value: "", label: "—" }, ...options]} {...shared} />;
  }
  const inputMode = field.type === "number" ? "decimal" : undefined;
  const type = field.type === "date" || field.type === "email" ? field.type : "text";
  return (
    <TextInput type={type} inputMode={inputMode} maxLength={field.maxChars ?? maxFieldChars} {...shared} />
  );
}

function findFaults(activity: Activity, values: Values, t: ReturnType<typeof usePortalTexts>): Values {
  const faults = activity.fields.flatMap((field): [string, string][] => {
    const fault = findFault(field, values[toKey(field)]?.trim() ?? "");
    return fault ? [[toKey(field), t(fault)]] : [];
  });
  const empty = !values.description?.trim();
  return Object.fromEntries(empty ? [["description", t("form.required")], ...faults] : faults);
}

function findFault(
  field: ActivityField,
  value: string,
): "form.required" | "form.email" | "form.number" | undefined {
  if (value === "") return field.required ? "form.required" : undefined;
  if (field.type === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return "form.email";
  if (field.type === "number" && !Number.isFinite(Number(value.replace(",", ".")))) return "form.number";
  return undefined;
}

/** An activity's own field may be named "description" too. */
function toKey({ name }: ActivityField): string {
  return `field:${name}`;
}
