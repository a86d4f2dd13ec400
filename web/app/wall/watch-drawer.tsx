import { Alert, Button, Group, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconEye } from "@tabler/icons-react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { useStore } from "zustand";
import type { WallTalk } from "../../../contract/team/wall.js";
import { type ChatClient, createTalk, keepInMemory, type Outcome, type TalkItem } from "../../chat/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { SideSheet } from "../admin/side-sheet.js";
import { NoteComposer } from "../console/team/note-composer.js";
import { NoteRow } from "../console/team/note-row.js";
import { TeamProvider, useTeamState } from "../console/team/team-context.js";
import { useMe, useTexts } from "../shared/desk.js";
import classes from "./wall.module.css";
import type { WallStore } from "./wall-store.js";

interface WatchDrawerProps {
  readonly client: ChatClient;
  readonly wall: WallStore;
  readonly talkId: string;
  readonly onClose: () => void;
}

/** A talk as a supervisor watches it: unseen, with whispering, taking over, ending and reassigning. */
export function WatchDrawer({ client, wall, talkId, onClose }: WatchDrawerProps) {
  const t = useTexts(teamTexts);
  const talk = useStore(wall.store, (state) => state.talks.get(talkId));
  const [last, setLast] = useState(talk);
  useEffect(() => {
    if (talk) setLast(talk);
  }, [talk]);
  return (
    <SideSheet
      size="lg"
      onClose={onClose}
      title={last ? t("wall.watch", { name: last.requester.name }) : t("wall.over")}
    >
      {last && (
        <TeamProvider client={client} conversationId={last.conversationId} presence="unseen">
          <Watched client={client} wall={wall} talk={last} isOver={talk === undefined} />
        </TeamProvider>
      )}
    </SideSheet>
  );
}

interface WatchedProps extends Pick<WatchDrawerProps, "client" | "wall"> {
  readonly talk: WallTalk;
  readonly isOver: boolean;
}

function Watched({ client, wall, talk, isOver }: WatchedProps) {
  const t = useTexts(teamTexts);
  const me = useMe();
  const agents = useStore(wall.store, (state) => state.agents);
  const { conversationId } = talk;
  const watched = useMemo(
    () => createTalk(client, conversationId, { me: { id: me.id, side: "agent" }, keeping: keepInMemory() }),
    [client, conversationId, me.id],
  );
  useEffect(() => watched.stop, [watched]);
  const { items } = useSyncExternalStore(watched.subscribe, watched.getSnapshot);
  const notes = useTeamState((state) => state.notes);
  const agent = agents.find(({ id }) => id === talk.agentId);
  return (
    <Stack>
      <Alert color="gray" icon={<IconEye size={18} />}>
        {isOver ? t("wall.over") : t("wall.watching")}
      </Alert>
      {!isOver && <WatchActions client={client} wall={wall} talk={talk} />}
      <div className={classes.messages} role="log" aria-label={t("wall.talks")}>
        {items.map((item) => (
          <Said key={item.key} item={item} />
        ))}
        {notes.map((note) => (
          <NoteRow key={note.id} note={note} />
        ))}
      </div>
      <NoteComposer
        key={agent?.id}
        client={client}
        conversationId={conversationId}
        meId={me.id}
        colleagues={agents}
        {...(agent && agent.id !== me.id ? { to: agent } : {})}
      />
    </Stack>
  );
}

function Said({ item }: { item: TalkItem }) {
  if (item.kind === "outgoing") return null;
  const { sender, text } = item.message;
  return (
    <div className={classes.said} data-kind={sender.kind}>
      {sender.kind !== "system" && (
        <Text size="xs" fw={600} c="dimmed">
          {sender.name}
        </Text>
      )}
      {text}
    </div>
  );
}

function WatchActions({ client, wall, talk }: Pick<WatchedProps, "client" | "wall" | "talk">) {
  const t = useTexts(teamTexts);
  const me = useMe();
  const { agents, groups } = useStore(wall.store);
  const [isSure, setSure] = useState(false);
  const [isMine, setMine] = useState(talk.agentId === me.id);
  const tell = (
    outcome: Outcome<"attendance:take-over" | "attendance:end" | "attendance:transfer">,
  ): boolean => {
    if (!outcome.ok) {
      const closeButtonProps = { "aria-label": t("close") };
      notifications.show({ color: "red", message: outcome.error.message, closeButtonProps });
    }
    return outcome.ok;
  };
  const attendanceId = talk.id;
  const takeOver = async (): Promise<void> => {
    const requestId = crypto.randomUUID();
    const wish = { attendanceId, requestId, epoch: talk.epoch };
    if (tell(await client.request("attendance:take-over", wish))) setMine(true);
  };
  const end = async (): Promise<void> => {
    if (!isSure) return setSure(true);
    tell(await client.request("attendance:end", { attendanceId, reason: t("wall.end-reason") }));
  };
  const reassign = async (value: string | null): Promise<void> => {
    const [kind, id] = value?.split(" ") ?? [];
    if (!id || (kind !== "agent" && kind !== "group")) return;
    tell(await client.request("attendance:transfer", { attendanceId, to: { kind, id } }));
  };
  if (isMine) {
    return (
      <Alert color="green" role="status">
        {t("wall.taken-over")} <Link href={`/agent?talk=${talk.conversationId}`}>{t("wall.to-console")}</Link>
      </Alert>
    );
  }
  return (
    <Group align="flex-end" gap="xs">
      <Button onClick={() => void takeOver()}>{t("wall.take-over")}</Button>
      {talk.phase === "accepted" && (
        <Select
          aria-label={t("wall.reassign")}
          placeholder={t("wall.reassign")}
          searchable
          value={null}
          onChange={(value) => void reassign(value)}
          data={[
            {
              group: t("wall.agents"),
              items: agents
                .filter(({ id, online }) => online && id !== talk.agentId)
                .map(({ id, name }) => ({ value: `agent ${id}`, label: name })),
            },
            {
              group: t("wall.groups"),
              items: groups.map(({ id, name }) => ({ value: `group ${id}`, label: name })),
            },
          ]}
        />
      )}
      <Button variant={isSure ? "filled" : "default"} color="red.9" onClick={() => void end()}>
        {t(isSure ? "wall.end-sure" : "wall.end")}
      </Button>
    </Group>
  );
}
