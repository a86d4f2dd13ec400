import { Anchor, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import type { PastTalk } from "../../../../contract/team/talk-team.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { Card } from "../details/card.js";
import { useOutcome } from "../use-outcome.js";
import { useTeamTexts } from "./team-context.js";

interface PastCardProps {
  readonly conversationId: string;
  readonly attendance: Attendance | undefined;
}

/** Other talks of the same requester, to be read, or merged into this one where they are still open. */
export function PastCard({ conversationId, attendance }: PastCardProps) {
  const t = useTeamTexts();
  const { api } = useDesk();
  const version = attendance?.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what happens to the attendance changes the list.
  const load = useCallback(
    async () => (await api.team.readPast(conversationId)).items,
    [api, conversationId, version],
  );
  const [loaded, reload] = useLoaded(load);
  return (
    <Card name="past" title={t("past.title")} icon={<IconHistory size={17} aria-hidden />}>
      {loaded.status === "loading" && <Skeleton h={48} />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && loaded.value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("past.none")}
        </Text>
      )}
      {loaded.status === "ready" && (
        <Stack gap={10}>
          {loaded.value.map((talk) => (
            <PastEntry key={talk.conversationId} talk={talk} attendance={attendance} onMerged={reload} />
          ))}
        </Stack>
      )}
    </Card>
  );
}

interface PastEntryProps {
  readonly talk: PastTalk;
  readonly attendance: Attendance | undefined;
  readonly onMerged: () => void;
}

function PastEntry({ talk, attendance, onMerged }: PastEntryProps) {
  const t = useTeamTexts();
  const texts = useConsoleTexts();
  const tell = useOutcome();
  const { show, merge } = useConsole();
  const [isSure, setSure] = useState(false);
  const { attendanceId } = talk;
  const mayMerge = talk.open && attendanceId && attendance && attendance.phase !== "closed";
  const join = async (): Promise<void> => {
    if (!attendanceId || !attendance) return;
    if (!isSure) return setSure(true);
    if (tell(await merge(attendanceId, attendance.id))) onMerged();
  };
  return (
    <div>
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => show(talk.conversationId)}>
        {talk.question || t("past.assistant-only")}
      </Anchor>
      <Text size="xs" c="dimmed">
        <RelativeTime at={talk.startedAt} />
        {talk.ticketNumber && ` · ${texts("talk.ticket", { number: talk.ticketNumber })}`}
        {talk.agentName && ` · ${talk.agentName}`}
        {talk.open && ` · ${t("past.open")}`}
        {talk.mergedInto && ` · ${t("past.merged")}`}
      </Text>
      {mayMerge && (
        <Group gap={6} mt={4}>
          <Button size="compact-xs" variant={isSure ? "filled" : "default"} onClick={() => void join()}>
            {t(isSure ? "past.merge-sure" : "past.merge")}
          </Button>
          {isSure && <Text size="xs">{t("past.merge-means")}</Text>}
        </Group>
      )}
    </div>
  );
}
