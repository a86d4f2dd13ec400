import { Badge, Button, EmptyState, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { ListedGroup, ListedPerson } from "../../../../contract/directory.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { PersonDrawer } from "./person-drawer.js";

const searchPauseMs = 250;
const pageSize = 100;

/** Everybody who may come in, with a search over names and addresses. */
export function AccountsPart() {
  const t = useTexts(adminTexts);
  const { api } = useDesk();
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search.trim(), searchPauseMs);
  const [limit, setLimit] = useState(pageSize);
  const [editing, setEditing] = useState<ListedPerson | "new">();
  const load = useCallback(
    async () => ({
      people: await api.admin.findPeople({ limit: String(limit), ...(q === "" ? {} : { q }) }),
      groups: (await api.admin.readGroups()).items,
    }),
    [api, q, limit],
  );
  const [loaded, reload] = useLoaded(load);
  return (
    <Stack>
      <Group wrap="nowrap">
        <TextInput
          type="search"
          flex={1}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          leftSection={<IconSearch size={16} />}
        />
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
          {t("people.new")}
        </Button>
      </Group>
      {loaded.status === "loading" && <Skeleton h={240} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          <PeopleList people={loaded.value.people.items} groups={loaded.value.groups} onOpen={setEditing} />
          {loaded.value.people.next !== undefined && limit < 200 && (
            <Button variant="default" onClick={() => setLimit(200)}>
              {t("people.more")}
            </Button>
          )}
          {loaded.value.people.next !== undefined && limit >= 200 && (
            <Text size="sm" c="dimmed">
              {t("people.search-more")}
            </Text>
          )}
          {editing && (
            <PersonDrawer
              person={editing === "new" ? undefined : editing}
              groups={loaded.value.groups}
              onClose={() => setEditing(undefined)}
              onSaved={reload}
            />
          )}
        </>
      )}
    </Stack>
  );
}

interface PeopleListProps {
  readonly people: readonly ListedPerson[];
  readonly groups: readonly ListedGroup[];
  readonly onOpen: (person: ListedPerson) => void;
}

function PeopleList({ people, groups, onOpen }: PeopleListProps) {
  const t = useTexts(adminTexts);
  const app = useTexts(appTexts);
  if (people.length === 0) {
    return (
      <EmptyState icon={<IconSearchOff />} title={t("people.none")} description={t("portfolio.none.text")} />
    );
  }
  const namesOf = (person: ListedPerson) =>
    groups.filter(({ id }) => person.groupIds.includes(id)).map(({ name }) => name);
  return (
    <ul className={classes.list}>
      {people.map((person) => (
        <li key={person.id} className={classes.line}>
          <PersonAvatar name={person.name} photoUrl={person.photoUrl} size={30} />
          <div className={classes["line-name"]}>
            <button type="button" className={classes.open} onClick={() => onOpen(person)}>
              <b>{person.name}</b> · {person.username}
            </button>
            <Text size="xs" c="dimmed">
              {namesOf(person).join(", ") || t("people.no-groups")}
            </Text>
          </div>
          {!person.active && (
            <Badge color="red.9" variant="filled" tt="none">
              {t("people.inactive")}
            </Badge>
          )}
          <Badge variant="default" tt="none">
            {app(`role.${person.role}`)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
