import { Badge, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { Note } from "../../../../contract/team/talk-team.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { RelativeTime } from "../../shared/time.js";
import talk from "../talk/talk.module.css";
import classes from "./team.module.css";
import { useTeamTexts } from "./team-context.js";

/** Words for colleagues only, in another tint; text is shown as it was written. */
export function NoteRow({ note }: { note: Note }) {
  const t = useTeamTexts();
  const label = note.to
    ? t("note.whisper-of", { name: note.author.name, to: note.to.name })
    : t("note.of", { name: note.author.name });
  return (
    <article className={`${talk.row} ${classes.note}`} aria-label={label} data-first>
      <div className={talk.face}>
        <PersonAvatar name={note.author.name} photoUrl={note.author.photoUrl} size={32} />
      </div>
      <div className={talk.column}>
        <Text component="div" size="xs" fw={600} c="dimmed">
          {note.author.name}
          <Badge
            size="xs"
            ms={6}
            variant="default"
            tt="none"
            leftSection={<IconLock size={10} aria-hidden />}
          >
            {note.to ? t("note.whisper-to", { name: note.to.name }) : t("note.badge")}
          </Badge>
        </Text>
        <div className={`${talk.bubble} ${classes.noteBubble}`} dir="auto">
          {note.text}
        </div>
        <div className={talk.meta}>
          <RelativeTime at={note.sentAt} />
        </div>
      </div>
    </article>
  );
}
