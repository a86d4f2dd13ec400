import {
  Alert,
  Autocomplete,
  Button,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Text,
} from "@mantine/core";
import { type FormEvent, useCallback, useState } from "react";
import { type Role, roles } from "../../../../contract/account.js";
import { type Folder, type FolderForm as Form, folderReaders } from "../../../../contract/knowledge.js";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { useFolderPaths } from "./use-folder-paths.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface FolderFormProps {
  /** Left out for one that has no rights of its own yet. */
  readonly folder: Folder | undefined;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const nobody = { roles: [], groupIds: [] };

/** Who may read what is internal in a folder, and who looks after it. */
export function FolderForm({ folder, onBack, onDone }: FolderFormProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const tell = useTell();
  const paths = useFolderPaths();
  const choices = useChoices();
  const [form, setForm] = useState<Form>(
    folder
      ? { path: folder.path, readers: folder.readers, read: folder.read, administer: folder.administer }
      : { path: "", readers: "listed", read: nobody, administer: { ...nobody, accountIds: [] } },
  );
  const [refusal, setRefusal] = useState<string>();
  const change = (next: Partial<Form>): void => setForm((now) => ({ ...now, ...next }));
  const run = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      tell.done(t("saved", { name: form.path || t("folders.top") }));
      onDone();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!folder && form.path.trim() === "") setRefusal(t("needed"));
    else void run(api.knowledge.saveFolder(form, folder?.id));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {folder ? (
          <Text fw={600}>{folder.path === "" ? t("folders.top") : folder.path.replaceAll("/", " › ")}</Text>
        ) : (
          <Autocomplete
            label={t("folder")}
            description={t("folder.hint")}
            required
            maxLength={300}
            data={[...paths]}
            value={form.path}
            onChange={(path) => change({ path })}
          />
        )}
        <Select
          label={t("folders.readers")}
          allowDeselect={false}
          data={folderReaders.map((one) => ({ value: one, label: t(`folders.${one}`) }))}
          value={form.readers}
          onChange={(value) => {
            const readers = folderReaders.find((one) => one === value);
            if (readers) change({ readers });
          }}
        />
        {form.readers === "listed" && (
          <Fieldset legend={t("folders.readers")}>
            <Named
              value={form.read}
              choices={choices}
              onChange={(read) => change({ read: { ...form.read, ...read } })}
            />
          </Fieldset>
        )}
        <Fieldset legend={t("folders.administrators")}>
          <Text size="sm" c="dimmed">
            {t("folders.administrators.hint")}
          </Text>
          <Named
            value={form.administer}
            choices={choices}
            onChange={(named) => change({ administer: { ...form.administer, ...named } })}
          />
          <MultiSelect
            mt="xs"
            label={t("folders.people")}
            searchable
            data={choices.people}
            value={[...form.administer.accountIds]}
            onChange={(accountIds) => change({ administer: { ...form.administer, accountIds } })}
          />
        </Fieldset>
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <Group gap="xs">
            <Button type="submit">{t("save")}</Button>
            <Button variant="default" onClick={onBack}>
              {t("folders.back")}
            </Button>
          </Group>
          {folder && folder.path !== "" && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => void run(api.knowledge.removeFolder(folder.id))}
            >
              {t("folders.remove")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Choices {
  readonly roles: Choice[];
  readonly groups: Choice[];
  readonly people: Choice[];
}

function useChoices(): Choices {
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [loaded] = useLoaded(
    useCallback(async () => {
      const [groups, people] = await Promise.all([api.readGroups(), api.admin.findPeople({ limit: "200" })]);
      return { groups: groups.items, people: people.items };
    }, [api]),
  );
  const { groups, people } = loaded.status === "ready" ? loaded.value : { groups: [], people: [] };
  const toChoice = ({ id, name }: { readonly id: string; readonly name: string }) => ({
    value: id,
    label: name,
  });
  return {
    roles: roles.map((role) => ({ value: role, label: app(`role.${role}`) })),
    groups: groups.map(toChoice),
    people: people.map(toChoice),
  };
}

interface NamedProps {
  readonly value: { readonly roles: readonly Role[]; readonly groupIds: readonly string[] };
  readonly choices: Choices;
  readonly onChange: (change: { roles?: Role[]; groupIds?: string[] }) => void;
}

function Named({ value, choices, onChange }: NamedProps) {
  const t = useKnowledgeTexts();
  return (
    <Stack gap="xs">
      <MultiSelect
        label={t("folders.roles")}
        data={choices.roles}
        value={[...value.roles]}
        onChange={(chosen) => onChange({ roles: roles.filter((role) => chosen.includes(role)) })}
      />
      <MultiSelect
        label={t("folders.groups")}
        searchable
        data={choices.groups}
        value={[...value.groupIds]}
        onChange={(groupIds) => onChange({ groupIds })}
      />
    </Stack>
  );
}
