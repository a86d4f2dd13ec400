import { Button, EmptyState, SegmentedControl } from "@mantine/core";
import { IconMoodSmile, IconSearchOff } from "@tabler/icons-react";
import { useState } from "react";
import { LoadFailed } from "../../shared/load-failed.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { EntrySkeletons } from "../layout/console-skeleton.js";
import layout from "../layout/layout.module.css";
import { listOwnGroups, listWaiting } from "../state/console-state.js";
import { countWaiting, entriesAtOnce } from "../state/queue-count.js";
import { QueuePreview } from "../team/queue-preview.js";
import { useConsoleSettings } from "../use-console-settings.js";
import { matchesSearch } from "./matches-search.js";
import { QueueEntry } from "./queue-entry.js";
import classes from "./work.module.css";

/** What waits, one tab per group with a mark where something new came (S1-6, S1-7). */
export function QueuePanel({ search }: { search: string }) {
  const { showGroup } = useConsole();
  const t = useConsoleTexts();
  const state = useConsoleState((current) => current);
  const groups = listOwnGroups(state);
  const [previewId, setPreviewId] = useState<string>();
  return (
    <>
      {groups.length > 1 && (
        <div className={classes.groups}>
          <SegmentedControl
            fullWidth
            size="xs"
            w="100%"
            aria-label={t("queue.groups")}
            value={state.shownGroupId}
            onChange={showGroup}
            data={groups.map(({ id, name }) => ({
              value: id,
              label: (
                <>
                  {name} <span className={classes.count}>{countWaiting(state, id)}</span>
                  {state.freshGroupIds.has(id) && (
                    <span
                      role="img"
                      className={classes.fresh}
                      aria-label={t("queue.fresh")}
                      title={t("queue.fresh")}
                    />
                  )}
                </>
              ),
            }))}
          />
        </div>
      )}
      <div className={layout.scroll}>
        <QueueList search={search} onPreview={setPreviewId} />
      </div>
      {previewId && (
        <QueuePreview
          attendanceId={previewId}
          onShow={setPreviewId}
          onClose={() => setPreviewId(undefined)}
        />
      )}
    </>
  );
}

interface QueueListProps {
  readonly search: string;
  readonly onPreview: (attendanceId: string) => void;
}

function QueueList({ search, onPreview }: QueueListProps) {
  const t = useConsoleTexts();
  const { reload, readOn, accept } = useConsole();
  const { messageExchange } = useConsoleSettings();
  const [most, setMost] = useState(entriesAtOnce);
  const state = useConsoleState((current) => current);
  if (state.phase === "loading") return <EntrySkeletons />;
  if (state.phase === "failed") return <LoadFailed onRetry={() => void reload()} />;
  const waiting = listWaiting(state, state.shownGroupId);
  const entries = waiting.filter((attendance) => matchesSearch(attendance, search));
  if (entries.length === 0) {
    return waiting.length > 0 ? (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconSearchOff />}
        title={t("search.none")}
        description={t("search.none-hint")}
      />
    ) : (
      <QueueEmpty />
    );
  }
  // They are taken from the top: what waits far behind costs nothing until somebody looks.
  const unlisted = search ? 0 : Math.max(countWaiting(state, state.shownGroupId) - waiting.length, 0);
  const more = entries.length + unlisted - Math.min(entries.length, most);
  const showMore = (): void => {
    setMost(most + entriesAtOnce);
    if (entries.length < most + entriesAtOnce && unlisted > 0) void readOn();
  };
  return (
    <ol className={classes.list} aria-label={t("queue.list")}>
      {entries.slice(0, most).map((attendance) => (
        <QueueEntry
          key={attendance.id}
          attendance={attendance}
          hasExchange={messageExchange}
          onAccept={accept}
          onPreview={onPreview}
        />
      ))}
      {more > 0 && (
        <li className={classes.entry}>
          <Button variant="subtle" size="xs" fullWidth onClick={showMore}>
            {t("queue.show-more", { count: more })}
          </Button>
        </li>
      )}
    </ol>
  );
}

function QueueEmpty() {
  const t = useConsoleTexts();
  const { setAvailability } = useConsole();
  const availability = useConsoleState((state) => state.availability);
  const isThere = availability === "available";
  return (
    <EmptyState
      size="sm"
      py="xl"
      icon={<IconMoodSmile />}
      title={t("queue.empty")}
      description={t(isThere ? "queue.empty-hint" : "queue.empty-away")}
    >
      {!isThere && (
        <EmptyState.Actions>
          <Button size="xs" variant="light" onClick={() => void setAvailability("available")}>
            {t("queue.become-available")}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
