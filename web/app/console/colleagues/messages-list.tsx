import { EmptyState, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue, useDidUpdate } from "@mantine/hooks";
import { IconMessageOff, IconSearch } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { EntrySkeletons } from "../layout/console-skeleton.js";
import work from "../work/work.module.css";
import classes from "./colleagues.module.css";
import { useColleaguesState } from "./colleagues-context.js";
import { toHours } from "./colleagues-state.js";
import { nameConsult } from "./consult-name.js";
import { TranscriptDrawer } from "./transcript-drawer.js";

/** Messages: the consults that have ended, found by what was said, by whom, and about which ticket (S4-4). */
export function MessagesList() {
  const t = useConsoleTexts();
  const { api } = useDesk();
  const [search, setSearch] = useState("");
  const [query] = useDebouncedValue(search.trim(), 250);
  const [shown, setShown] = useState<Consult>();
  const [loaded, reload] = useLoaded(useCallback(() => api.readConsults("ended", query), [api, query]));
  const consults = useColleaguesState((state) => state.consults);
  useDidUpdate(reload, [consults]);
  return (
    <>
      <TextInput
        mx="sm"
        mt={6}
        size="xs"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        aria-label={t("consult.search")}
        placeholder={t("consult.search")}
        leftSection={<IconSearch size={14} />}
      />
      {loaded.status === "loading" && <EntrySkeletons />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <Entries consults={loaded.value.items} isSearch={query !== ""} onShow={setShown} />
      )}
      <TranscriptDrawer consult={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

interface EntriesProps {
  readonly consults: readonly Consult[];
  readonly isSearch: boolean;
  readonly onShow: (consult: Consult) => void;
}

function Entries({ consults, isSearch, onShow }: EntriesProps) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  if (consults.length === 0) {
    return (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconMessageOff />}
        title={t(isSearch ? "consult.none-found" : "consult.none-ended")}
        description={isSearch ? undefined : t("consult.none-ended-hint")}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label={t("colleagues.messages")}>
      {consults.map((consult) => (
        <li key={consult.id} className={work.entry}>
          <UnstyledButton className={work.open} onClick={() => onShow(consult)}>
            <Text size="sm" fw={600} truncate>
              {nameConsult(consult, meId, t)}
            </Text>
            <Text size="xs" c="dimmed">
              {consult.ticketNumber && `${t("consult.about-ticket", { number: consult.ticketNumber })} · `}
              {t("consult.chat-time")} {toHours(consult.clock.spentMs)} ·{" "}
              <RelativeTime at={consult.endedAt ?? consult.startedAt} />
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
