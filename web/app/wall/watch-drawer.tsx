import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { Fragment, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { useStore } from "zustand";
import type { Note } from "../../../contract/team/talk-team.js";
import type { WallTalk } from "../../../contract/team/wall.js";
import { type ChatClient, createTalk, keepInMemory, type TalkItem } from "../../chat/index.js";
import { newId } from "../../chat/new-id.js";
import { consoleTexts } from "../../texts/console.js";
import { teamTexts } from "../../texts/team/index.js";
import { SideSheet } from "../admin/side-sheet.js";
import { tellNotice } from "../console/talk/notice-line.js";
import { NoteComposer } from "../console/team/note-composer.js";
import { NoteRow } from "../console/team/note-row.js";
import { notesWithin, seqOf } from "../console/team/place-notes.js";
import { TeamProvider, useTeamState } from "../console/team/team-context.js";
import { useMe, useTexts } from "../shared/desk.js";
import { FileView } from "../shared/files/file-view.js";
import { type Target, TargetSelect } from "./target-select.js";
import { useTold } from "./use-told.js";
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
        <Heard items={items} notes={notes} />
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

/** What was said and noted, each note in its place among the messages. */
function Heard({ items, notes }: { items: readonly TalkItem[]; notes: readonly Note[] }) {
  const posted = items.filter((item) => item.kind === "posted");
  return posted.map((item, at) => (
    <Fragment key={item.key}>
      <Said item={item} />
      {notesWithin(notes, at === 0 ? 0 : item.message.seq, seqOf(posted[at + 1])).map((note) => (
        <NoteRow key={note.id} note={note} />
      ))}
    </Fragment>
  ));
}

function Said({ item }: { item: Extract<TalkItem, { kind: "posted" }> }) {
  const t = useTexts(consoleTexts);
  const { sender, text, notice, attachments = [] } = item.message;
  // What the desk noted stands in the requester's language, and speaks to them.
  const words = notice ? tellNotice(notice, t) : text;
  return (
    <div className={classes.said} data-kind={sender.kind}>
      {sender.kind !== "system" && (
        <Text size="xs" fw={600} c="dimmed">
          {sender.name}
        </Text>
      )}
      {words !== "" && <div dir="auto">{words}</div>}
      {attachments.map((attachment) =>
        attachment.kind === "file" ? (
          <FileView key={attachment.fileId} file={attachment} />
        ) : (
          <div key={attachment.articleId}>{attachment.title}</div>
        ),
      )}
    </div>
  );
}

/** The supervisor's own capacity, or the channel's, is used up. */
const fullCodes: readonly string[] = ["attendance/at-capacity", "attendance/channel-full"];

function WatchActions({ client, wall, talk }: Pick<WatchedProps, "client" | "wall" | "talk">) {
  const t = useTexts(teamTexts);
  const me = useMe();
  const { agents } = useStore(wall.store);
  const [isSure, setSure] = useState(false);
  const [isFull, setFull] = useState(false);
  const [isMine, setMine] = useState(talk.agentId === me.id);
  const { tell, told } = useTold();
  const attendanceId = talk.id;
  const present = [talk.requester.name, agents.find(({ id }) => id === talk.agentId)?.name];
  const takeOver = async (): Promise<void> => {
    const requestId = newId();
    const wish = { attendanceId, requestId, epoch: talk.epoch };
    const outcome = await client.request("attendance:take-over", {
      ...wish,
      ...(isFull ? { beyondCapacity: true } : {}),
    });
    if (!outcome.ok && fullCodes.includes(outcome.error.code)) return setFull(true);
    if (tell(outcome, present)) setMine(true);
  };
  const end = async (): Promise<void> => {
    if (!isSure) return setSure(true);
    const wish = { attendanceId, reason: t("wall.end-reason") };
    tell(await client.request("attendance:end", wish), present);
  };
  const reassign = async ({ to, name }: Target): Promise<void> => {
    // What waits has nobody to pass it on: it is given.
    const outcome =
      talk.phase === "logged"
        ? await client.request("attendance:assign", { attendanceId, agentId: to.id })
        : await client.request("attendance:transfer", { attendanceId, to });
    tell(outcome, [...present, name]);
  };
  if (isMine) {
    return (
      <Alert color="green" role="status">
        {t("wall.taken-over")} <Link href={`/agent?talk=${talk.conversationId}`}>{t("wall.to-console")}</Link>
      </Alert>
    );
  }
  return (
    <div>
      <Group align="flex-end" gap="xs">
        {isFull && (
          <Alert color="orange" role="alert" w="100%">
            {t("wall.beyond")}
          </Alert>
        )}
        <Button onClick={() => void takeOver()}>
          {t(isFull ? "wall.take-over-beyond" : "wall.take-over")}
        </Button>
        <TargetSelect wall={wall} talk={talk} onChoose={(target) => void reassign(target)} />
        <Button variant={isSure ? "filled" : "default"} color="red.9" onClick={() => void end()}>
          {t(isSure ? "wall.end-sure" : "wall.end")}
        </Button>
      </Group>
      {told}
    </div>
  );
}
