import { Anchor, Badge, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { ListedPerson } from "../../../../contract/directory.js";
import type { Erasure, LeftElsewhere } from "../../../../contract/privacy.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { useTell } from "../use-tell.js";
import { EraseDialog } from "./erase-dialog.js";
import { saveFile } from "./save-file.js";

const waitMs = 250;

/** Finds a person, gives out what is kept about them, and lets them be forgotten. */
export function PeoplePart() {
  const t = useTexts(privacyTexts);
  const { api } = useDesk();
  const [words, setWords] = useState("");
  const [wish] = useDebouncedValue(words.trim(), waitMs);
  const [erasures, reload] = useLoaded(useCallback(() => api.privacy.readErasures(), [api]));
  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section">
        <TextInput
          label={t("find")}
          description={t("find.hint")}
          maw={420}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {wish !== "" && <Found wish={wish} onErased={reload} />}
      </Stack>
      <Stack gap="sm" component="section">
        <Title order={2} size="h5">
          {t("erasures")}
        </Title>
        {erasures.status === "failed" && <LoadFailed message={erasures.error.message} onRetry={reload} />}
        {erasures.status === "ready" && erasures.value.items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("erasures.none")}
          </Text>
        )}
        {erasures.status === "ready" && erasures.value.items.length > 0 && (
          <ul className={classes.list}>
            {erasures.value.items.map((erasure) => (
              <ErasureLine key={erasure.id} erasure={erasure} />
            ))}
          </ul>
        )}
      </Stack>
    </Stack>
  );
}

function Found({ wish, onErased }: { wish: string; onErased: () => void }) {
  const t = useTexts(privacyTexts);
  const { api } = useDesk();
  const [people, reload] = useLoaded(useCallback(() => api.admin.findPeople({ q: wish }), [api, wish]));
  if (people.status === "loading") return null;
  if (people.status === "failed") return <LoadFailed message={people.error.message} onRetry={reload} />;
  if (people.value.items.length === 0) return <Text size="sm">{t("find.none")}</Text>;
  const erased = (): void => {
    reload();
    onErased();
  };
  return (
    <ul className={classes.list} aria-label={t("find")}>
      {people.value.items.slice(0, 20).map((person) => (
        <PersonLine key={person.id} person={person} onErased={erased} />
      ))}
    </ul>
  );
}

function PersonLine({ person, onErased }: { person: ListedPerson; onErased: () => void }) {
  const t = useTexts(privacyTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const { id, name, username, email } = person;
  const give = (): void => {
    api.privacy.exportPerson(id).then(
      (everything) => saveFile(`${username}.json`, JSON.stringify(everything, undefined, 2)),
      (error: Error) => tell.failed(error.message),
    );
  };
  return (
    <li className={classes.line}>
      <div className={classes["line-name"]}>
        <b>{name}</b>
        <Text size="xs" c="dimmed">
          {username}
          {email !== undefined && ` · ${email}`}
        </Text>
      </div>
      <Group gap={8} justify="flex-end">
        <Button size="compact-sm" variant="default" aria-label={t("export.of", { name })} onClick={give}>
          {t("export")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          c="var(--mantine-color-error)"
          aria-label={t("erase.of", { name })}
          onClick={() => setAsking(true)}
        >
          {t("erase")}
        </Button>
      </Group>
      {isAsking && <EraseDialog person={person} onClose={() => setAsking(false)} onErased={onErased} />}
    </li>
  );
}

function ErasureLine({ erasure }: { erasure: Erasure }) {
  const t = useTexts(privacyTexts);
  const { accountId, requestedBy, requestedAt, state, talks, tickets, files, elsewhere } = erasure;
  return (
    <li className={classes.line}>
      <div className={classes["line-name"]}>
        <Text size="sm">{accountId}</Text>
        <Text size="xs" c="dimmed">
          <RelativeTime at={requestedAt} /> · {t("erasure.by", { name: requestedBy })} ·{" "}
          {t("erasure.line", { talks, tickets, files })}
        </Text>
        {elsewhere.length > 0 && <LeftThere left={elsewhere} />}
      </div>
      <Badge color={state === "done" ? "green" : "blue"} variant="light" tt="none">
        {t(`state.${state}`)}
      </Badge>
    </li>
  );
}

/** What stands at another desk is not the desk's to erase: it says what, where, and what became of asking. */
function LeftThere({ left }: { left: readonly LeftElsewhere[] }) {
  const t = useTexts(privacyTexts);
  return (
    <>
      <Text size="xs" fw={600} mt={4}>
        {t("erasure.elsewhere")}
      </Text>
      <ul className={classes.plain}>
        {left.map(({ desk, number, url, state, reason }) => (
          <li key={`${desk} ${number}`}>
            <Text size="xs" c={state === "remains" ? "var(--mantine-color-error)" : "dimmed"}>
              {url === undefined ? (
                `${desk} ${number}`
              ) : (
                <Anchor href={url} target="_blank" rel="noreferrer" size="xs">
                  {desk} {number}
                </Anchor>
              )}
              {" · "}
              {t(`left.${state}`, { desk })}
              {reason !== undefined && ` (${t(`left.why.${reason}`)})`}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
