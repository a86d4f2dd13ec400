import { ActionIcon, Group, Text, Textarea } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { maxMessageChars } from "../../../../contract/limits.js";
import { type ChatClient, keepInTab } from "../../../chat/index.js";
import { newId } from "../../../chat/new-id.js";
import talk from "../talk/talk.module.css";
import { useOutcome } from "../use-outcome.js";
import { Picker } from "./picker.js";
import classes from "./team.module.css";
import { useTeam, useTeamTexts } from "./team-context.js";
import { findTrigger, replaceTrigger } from "./trigger.js";
import { useCaret } from "./use-caret.js";
import { usePicking } from "./use-picking.js";

export const noteFieldId = "note-text";

export interface NoteComposerProps {
  readonly client: ChatClient;
  readonly conversationId: string;
  readonly meId: string;
  /** Whom `@` can name. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** The agent a supervisor whispers to. */
  readonly to?: { readonly id: string; readonly name: string };
}

/** Writes a note for colleagues; what stands in it is kept through a refresh, and typing is told to nobody. */
export function NoteComposer({ client, conversationId, meId, colleagues, to }: NoteComposerProps) {
  const t = useTeamTexts();
  const team = useTeam();
  const tell = useOutcome();
  const keeping = useMemo(() => keepInTab(), []);
  const key = `deskhand:note:${meId}:${conversationId}`;
  const [text, setText] = useState(() => keeping.read(key) ?? "");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useCaret(field, text);
  // One name for every try, so that a repeat is the same note.
  const name = useRef(newId());

  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const write = (next: string): void => {
    keeping.write(key, next || undefined);
    setText(next);
  };
  const trigger = findTrigger(text, caret, "@");
  const asked = trigger?.query.toLowerCase() ?? "";
  const options = trigger
    ? colleagues
        .filter((one) => one.id !== meId && one.name.toLowerCase().includes(asked))
        .slice(0, 8)
        .map((one) => ({ id: one.id, title: one.name }))
    : [];
  const picking = usePicking(options, trigger, (option) => {
    if (trigger) write(replaceTrigger(text, trigger, `@${option.title} `));
  });

  const post = async (): Promise<void> => {
    const words = text.trim();
    if (!words || busy || words.length > maxMessageChars) return;
    setBusy(true);
    const mentions = colleagues.filter((one) => words.includes(`@${one.name}`)).map(({ id }) => id);
    const outcome = await client.request("note:post", {
      conversationId,
      clientNoteId: name.current,
      text: words,
      ...(mentions.length > 0 ? { mentions } : {}),
      ...(to ? { to: to.id } : {}),
    });
    setBusy(false);
    if (!tell(outcome) || !outcome.ok) return;
    name.current = newId();
    team?.learn(outcome.note);
    write("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (picking.onKeyDown(event)) return;
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void post();
  };
  const label = to ? t("note.whisper", { name: to.name }) : t("note.placeholder");

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void post();
      }}
    >
      <div className={`${talk.composer} ${classes.anchor} ${classes.field}`}>
        <Picker picking={picking} label={t("note.people")} none={undefined} />
        <Textarea
          id={noteFieldId}
          ref={field}
          flex={1}
          dir="auto"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={maxMessageChars}
          value={text}
          placeholder={label}
          aria-label={label}
          aria-describedby="note-hint"
          {...picking.field}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <ActionIcon
          type="submit"
          size={36}
          color="yellow.9"
          aria-label={t("note.save")}
          disabled={!text.trim()}
          loading={busy}
        >
          <IconNote size={18} />
        </ActionIcon>
      </div>
      <Group mt={4}>
        <Text size="xs" c="dimmed" id="note-hint">
          {t("note.hint")}
        </Text>
      </Group>
    </form>
  );
}
