import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type Ref, useCallback, useEffect, useImperativeHandle, useState } from "react";
import { weekdays } from "../../../../contract/calendar.js";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { Rota, Shift } from "../../../../contract/team/rota.js";
import { teamTexts } from "../../../texts/team/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";

const workdays = weekdays.slice(0, 5);

export interface RotaForm {
  /** Saves what was changed; answers no where that cannot be saved, and shows why. */
  saveChanges(): Promise<boolean>;
}

/** Who of a group is on call when, and so told of new requests beside its owner and dispatcher (S3-12). */
export function RotaPart({ group, form }: { group: ListedGroup; form: Ref<RotaForm> }) {
  const t = useTexts(teamTexts);
  const tell = useTell();
  const { api } = useDesk();
  const load = useCallback(async () => {
    const [rota, agents] = await Promise.all([api.team.readRota(group.id), api.readAgents()]);
    return { rota, people: agents.items.map(({ id, name }) => ({ value: id, label: name })) };
  }, [api, group.id]);
  const [loaded, reload] = useLoaded(load);
  const [rota, setRota] = useState<Rota>();
  const [saved, setSaved] = useState<Rota>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    if (loaded.status !== "ready") return;
    setRota(loaded.value.rota);
    setSaved(loaded.value.rota);
  }, [loaded]);
  const save = async (changed: Rota): Promise<boolean> => {
    if (!changed.shifts.every(isWhole)) {
      setRefusal(t("rota.fault"));
      return false;
    }
    try {
      await api.team.saveRota(group.id, changed);
      setSaved(changed);
      setRefusal(undefined);
      tell.done(t("rota.saved", { name: group.name }));
      return true;
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  useImperativeHandle(form, () => ({
    saveChanges: async () => rota === undefined || rota === saved || save(rota),
  }));
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;
  if (loaded.status === "loading" || !rota) return <Skeleton h={160} radius="md" />;
  const { people } = loaded.value;
  const change = (part: Partial<Rota>): void => setRota({ ...rota, ...part });
  const changeShift = (at: number, part: Partial<Shift>): void =>
    change({ shifts: rota.shifts.map((shift, index) => (index === at ? { ...shift, ...part } : shift)) });

  return (
    <Fieldset legend={t("rota.title")} mt="lg">
      <Stack>
        <Text size="xs" c="dimmed">
          {t("rota.hint")}
        </Text>
        {rota.shifts.map((shift, at) => (
          <ShiftFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no other name than its place.
            key={at}
            number={at + 1}
            shift={shift}
            people={people}
            onChange={(part) => changeShift(at, part)}
            onRemove={() => change({ shifts: rota.shifts.filter((_, index) => index !== at) })}
          />
        ))}
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => change({ shifts: [...rota.shifts, newShift()] })}
          >
            {t("rota.add")}
          </Button>
          <Button variant="light" onClick={() => void save(rota)}>
            {t("rota.save")}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface ShiftFieldsProps {
  readonly number: number;
  readonly shift: Shift;
  readonly people: { value: string; label: string }[];
  readonly onChange: (part: Partial<Shift>) => void;
  readonly onRemove: () => void;
}

function ShiftFields({ number, shift, people, onChange, onRemove }: ShiftFieldsProps) {
  const t = useTexts(teamTexts);
  const isDay = (day: string): day is Shift["weekdays"][number] => weekdays.some((known) => known === day);
  return (
    <Fieldset legend={t("rota.shift", { number })}>
      <Stack gap="xs">
        <Checkbox.Group
          label={t("rota.days")}
          value={shift.weekdays}
          onChange={(days) => onChange({ weekdays: days.filter(isDay) })}
        >
          <Group gap="sm" mt={4}>
            {weekdays.map((day) => (
              <Checkbox key={day} value={day} label={t(`day.${day}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="time"
            label={t("rota.from")}
            value={shift.from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t("rota.to")}
            value={shift.to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Select
          label={t("rota.zone")}
          searchable
          allowDeselect={false}
          limit={40}
          data={Intl.supportedValuesOf("timeZone").concat("UTC")}
          value={shift.timeZone}
          onChange={(timeZone) => onChange({ timeZone: timeZone ?? "UTC" })}
        />
        <Select
          label={t("rota.primary")}
          searchable
          data={people}
          value={shift.primary || null}
          onChange={(primary) =>
            onChange({ primary: primary ?? "", backups: shift.backups.filter((id) => id !== primary) })
          }
        />
        <MultiSelect
          label={t("rota.backups")}
          searchable
          maxValues={2}
          data={people.filter(({ value }) => value !== shift.primary)}
          value={shift.backups}
          onChange={(backups) => onChange({ backups })}
        />
        {shift.backups.length > 0 && (
          <NumberInput
            label={t("rota.escalate")}
            description={t("rota.escalate.hint")}
            min={1}
            max={240}
            allowDecimal={false}
            value={shift.escalateMinutes ?? ""}
            onChange={(minutes) =>
              onChange({ escalateMinutes: minutes === "" ? undefined : Number(minutes) })
            }
          />
        )}
        <Group justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t("rota.remove", { number })}
            title={t("rota.remove", { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function newShift(): Shift {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { weekdays: [...workdays], from: "09:00", to: "18:00", timeZone, primary: "", backups: [] };
}

function isWhole({ weekdays: days, from, to, primary }: Shift): boolean {
  return days.length > 0 && from !== "" && to !== "" && primary !== "";
}
