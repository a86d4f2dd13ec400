import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";
import { useTell } from "../use-tell.js";
import { useSaveItem } from "./use-save-item.js";

type NamedItem = AdminPortfolio["origins"][number];
interface NamedProps {
  readonly list: "origins" | "contracts";
  readonly onSaved: () => void;
}

/** Things that have a name and nothing else: origins of tickets, contracts. */
export function NamedList({ list, items, onSaved }: NamedProps & { items: readonly NamedItem[] }) {
  const t = useTexts(adminTexts);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t(`${list}.hint`)}
      </Text>
      <NameForm list={list} onSaved={onSaved} />
      {items.length === 0 ? (
        <Text size="sm">{t("named.none")}</Text>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={`${item.id} ${item.name}`} className={classes.line}>
              <NameForm list={list} item={item} onSaved={onSaved} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function NameForm({ list, item, onSaved }: NamedProps & { item?: NamedItem }) {
  const t = useTexts(adminTexts);
  const save = useSaveItem(onSaved);
  const [name, setName] = useState(item?.name ?? "");
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "") return setError(t("fault.needed"));
    const key = item?.key === undefined ? {} : { key: item.key };
    const reason = await save(list, item?.id, { ...key, name: name.trim() });
    setError(reason);
    if (reason === undefined && item === undefined) setName("");
  };
  const isChanged = name !== (item?.name ?? "");
  const label = item ? t("named.name-of", { name: item.name }) : t(`${list}.new`);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ flex: 1 }}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={label}
          placeholder={label}
          maxLength={200}
          value={name}
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {isChanged && (
          <Button type="submit" leftSection={item ? undefined : <IconPlus size={16} />}>
            {t(item ? "save" : "add")}
          </Button>
        )}
        {item && <RemoveNamed list={list} item={item} onSaved={onSaved} />}
      </Group>
    </form>
  );
}

function RemoveNamed({ list, item, onSaved }: NamedProps & { item: NamedItem }) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const remove = async (): Promise<void> => {
    setAsked(false);
    try {
      await api.admin.removePortfolioItem(list, item.id);
      tell.done(t("removed", { name: item.name }));
      onSaved();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };
  if (isAsked) {
    return (
      <Button color="red.9" onClick={() => void remove()} onBlur={() => setAsked(false)} autoFocus>
        {t("remove.really")}
      </Button>
    );
  }
  return (
    <ActionIcon
      size={36}
      variant="subtle"
      color="red"
      onClick={() => setAsked(true)}
      aria-label={t("remove.title", { name: item.name })}
    >
      <IconTrash size={18} />
    </ActionIcon>
  );
}
