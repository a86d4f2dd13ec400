import {
  Alert,
  Button,
  Divider,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Role } from "../../../../contract/account.js";
import type { ListedGroup, ListedPerson } from "../../../../contract/directory.js";
import type { Locale } from "../../../../contract/locale.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { appTexts } from "../../../texts/app.js";
import { languages } from "../../../texts/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { signOnTexts } from "../../../texts/sign-on/index.js";
import { useDesk, useMe, useTexts } from "../../shared/desk.js";
import { Changes } from "../changes.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { PartSignOn } from "./part-sign-on.js";
import { PasswordForm } from "./password-form.js";
import { PhotoField } from "./photo-field.js";

const roles: readonly Role[] = ["requester", "agent", "supervisor", "admin"];
const passwordCharsMin = 8;

interface PersonProps {
  readonly person: ListedPerson | undefined;
  readonly groups: readonly ListedGroup[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The form of one account, its password and its history. */
export function PersonDrawer({ person, groups, onClose, onSaved }: PersonProps) {
  const t = useTexts(adminTexts);
  const signOn = useTexts(signOnTexts);
  return (
    <SideSheet title={person?.name ?? t("people.new")} onClose={onClose}>
      <Stack>
        {person && <PhotoField person={person} onSaved={onSaved} />}
        <PersonForm person={person} groups={groups} onClose={onClose} onSaved={onSaved} />
        {person && (
          <>
            <Divider label={t("person.password-title")} />
            <PasswordForm person={person} />
            {person.hasSignOn && (
              <>
                <Divider label={signOn("person.title")} />
                <PartSignOn
                  person={person}
                  onSaved={() => {
                    onSaved();
                    onClose();
                  }}
                />
              </>
            )}
            <Divider label={t("tab.history")} />
            <Changes objectId={person.id} />
          </>
        )}
      </Stack>
    </SideSheet>
  );
}

interface PersonDraft {
  username: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale | null;
  capacity: number | string;
  groupIds: string[];
  skills: string[];
  languages: Locale[];
  department: string;
  location: string;
  company: string;
  password: string;
  active: boolean;
}

function toDraft(person: ListedPerson | undefined): PersonDraft {
  return {
    username: person?.username ?? "",
    name: person?.name ?? "",
    email: person?.email ?? "",
    role: person?.role ?? "requester",
    locale: person?.locale ?? null,
    capacity: person?.capacity ?? 3,
    groupIds: [...(person?.groupIds ?? [])],
    skills: [...(person?.skills ?? [])],
    languages: [...(person?.languages ?? [])],
    department: person?.department ?? "",
    location: person?.location ?? "",
    company: person?.company ?? "",
    password: "",
    active: person?.active ?? true,
  };
}

function PersonForm({ person, groups, onClose, onSaved }: PersonProps) {
  const t = useTexts(adminTexts);
  const r = useTexts(routingTexts);
  const tell = useTell();
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const me = useMe();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useForm<PersonDraft>({
    initialValues: toDraft(person),
    validate: {
      username: (text) => (person || /^[^\s:]+$/.test(text.trim()) ? null : t("fault.username")),
      name: (text) => (text.trim() === "" ? t("fault.needed") : null),
      password: (text) => (text === "" || text.length >= passwordCharsMin ? null : t("fault.password")),
    },
  });

  const submit = async ({ username, password, active, ...draft }: PersonDraft): Promise<void> => {
    const { email, locale, capacity, department, location, company, ...rest } = draft;
    const places = Object.entries({ department, location, company })
      .map(([name, place]) => [name, place.trim()])
      .filter(([, place]) => place !== "");
    const shared = {
      ...rest,
      name: rest.name.trim(),
      ...(email.trim() === "" ? {} : { email: email.trim() }),
      ...(locale === null ? {} : { locale }),
      capacity: capacity === "" ? 0 : Number(capacity),
      ...Object.fromEntries(places),
    };
    setBusy(true);
    try {
      if (person) await api.admin.updatePerson(person.id, { ...shared, active });
      else {
        const secret = password === "" ? {} : { password };
        await api.admin.createPerson({ ...shared, username: username.trim(), ...secret });
      }
      tell.done(t("saved", { name: shared.name }));
      onSaved();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={form.onSubmit((draft) => void submit(draft))} noValidate>
      <Stack gap="sm">
        {!person && (
          <TextInput
            label={t("person.username")}
            required
            maxLength={100}
            autoComplete="off"
            {...form.getInputProps("username")}
          />
        )}
        <TextInput label={t("person.name")} required maxLength={200} {...form.getInputProps("name")} />
        <TextInput type="email" label={t("person.email")} maxLength={254} {...form.getInputProps("email")} />
        <Select
          label={t("person.role")}
          allowDeselect={false}
          data={roles.map((role) => ({ value: role, label: app(`role.${role}`) }))}
          {...form.getInputProps("role")}
        />
        <MultiSelect
          label={t("people.groups")}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("groupIds")}
        />
        <NumberInput
          label={t("person.capacity")}
          description={t("person.capacity.hint")}
          min={0}
          max={50}
          allowDecimal={false}
          {...form.getInputProps("capacity")}
        />
        {form.values.role !== "requester" && (
          <>
            <TagsInput
              label={r("person.skills")}
              placeholder={r("field.words")}
              {...form.getInputProps("skills")}
            />
            <MultiSelect
              label={r("person.languages")}
              description={r("person.languages.hint")}
              data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
              {...form.getInputProps("languages")}
            />
          </>
        )}
        <TextInput label={r("what-if.department")} maxLength={120} {...form.getInputProps("department")} />
        <TextInput label={r("what-if.location")} maxLength={120} {...form.getInputProps("location")} />
        <TextInput label={r("what-if.company")} maxLength={120} {...form.getInputProps("company")} />
        <Select
          label={t("person.locale")}
          clearable
          clearButtonProps={{ "aria-label": t("clear") }}
          data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
          {...form.getInputProps("locale")}
        />
        {person ? (
          <Switch
            label={t("person.active")}
            description={t("person.active.hint")}
            disabled={person.id === me.id}
            {...form.getInputProps("active", { type: "checkbox" })}
          />
        ) : (
          <PasswordInput
            label={t("person.password")}
            description={t("person.password.hint")}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": t("person.password.show") }}
            {...form.getInputProps("password")}
          />
        )}
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}
