import { Alert, Button, Checkbox, Group, Text, Textarea } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { maxMessageChars } from "../../../../contract/limits.js";
import { useConsole, useConsoleTexts, useTalk } from "../console-context.js";
import { composerId } from "../talk/composer.js";
import talkClasses from "../talk/talk.module.css";
import { useColleagues, useColleaguesState } from "./colleagues-context.js";

export interface TextEntryProps {
  readonly consult: Consult;
  readonly chosenId: string | undefined;
}

/** Text, Send, and the check box that keeps the next words between two (S4-21, S4-22, S4-24, S4-25). */
export function TextEntry({ consult, chosenId }: TextEntryProps) {
  const t = useConsoleTexts();
  if (consult.endedAt !== undefined || consult.mine !== "joined") {
    return (
      <footer className={talkClasses.below}>
        <Alert color="gray" icon={<IconLock size={18} />} role="status">
          {t(consult.mine === "joined" ? "consult.is-ended" : "consult.you-left")} {t("consult.in-messages")}
        </Alert>
      </footer>
    );
  }
  return <OpenEntry consult={consult} chosenId={chosenId} />;
}

function OpenEntry({ consult, chosenId }: TextEntryProps) {
  const t = useConsoleTexts();
  const { id } = consult;
  const talk = useConsole().talkOf(id);
  const colleagues = useColleagues();
  const { draft, typists, lastSeq } = useTalk(id);
  const selectedBy = useColleaguesState((state) => state.selectedBy.get(id));
  const [isOffRecord, setOffRecord] = useState(false);
  // Not the talk's draft: that one is kept in the browser and told to everybody as typing.
  const [whisper, setWhisper] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const recipient = consult.participants.find(
    ({ person, state }) => person.id === chosenId && state === "joined",
  );
  const recipientId = recipient?.person.id;
  const name = recipient?.person.name ?? "";
  const text = isOffRecord ? whisper : draft;
  const isWithoutRecipient = isOffRecord && !recipient;
  const canSend = text.trim() !== "" && text.length <= maxMessageChars && !isWithoutRecipient;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  // The chosen one is told, also when somebody else is chosen instead (S4-25).
  useEffect(() => {
    if (!isOffRecord || !recipientId) return;
    colleagues.select({ conversationId: id, recipientId, on: true });
    return () => colleagues.select({ conversationId: id, recipientId, on: false });
  }, [colleagues, id, isOffRecord, recipientId]);

  const setText = (value: string): void => (isOffRecord ? setWhisper(value) : talk.setDraft(value));
  const turn = (on: boolean): void => {
    setWhisper(on ? draft : "");
    talk.setDraft(on ? "" : whisper);
    setOffRecord(on);
  };
  const send = (): void => {
    if (!canSend) return;
    if (isOffRecord && recipientId) {
      const draftOffRecord = {
        conversationId: id,
        recipientId,
        recipientName: name,
        text,
        afterSeq: lastSeq,
      };
      colleagues.sendOffRecord(draftOffRecord);
      setWhisper("");
      setOffRecord(false);
    } else {
      talk.send(text.trim());
      talk.setDraft("");
    }
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <section className={talkClasses.below} aria-label={t("consult.text-entry")}>
      <div className={talkClasses.inner}>
        <div className={talkClasses.typing}>
          {typists.length > 0 && t("talk.typing", { name: typists.map((one) => one.name).join(", ") })}
        </div>
        <div role="status">
          {[...(selectedBy?.values() ?? [])].map((by) => (
            <Text key={by} size="sm" c="violet">
              {t("off-record.selected", { name: by })}
            </Text>
          ))}
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <div className={talkClasses.composer}>
            <Textarea
              id={composerId}
              ref={field}
              flex={1}
              autosize
              minRows={1}
              maxRows={8}
              value={text}
              error={text.length > maxMessageChars || isWithoutRecipient}
              placeholder={isOffRecord && name ? t("off-record.to", { name }) : t("consult.placeholder")}
              aria-label={isOffRecord && name ? t("off-record.to", { name }) : t("consult.placeholder")}
              aria-describedby="off-record-hint"
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <Button type="submit" disabled={!canSend}>
              {t("composer.send")}
            </Button>
          </div>
          <Group gap="sm" mt={6}>
            <Checkbox
              size="sm"
              label={t("off-record.label")}
              checked={isOffRecord}
              onChange={(event) => turn(event.currentTarget.checked)}
            />
            <Text
              size="xs"
              id="off-record-hint"
              c={isWithoutRecipient ? "var(--mantine-color-error)" : "dimmed"}
            >
              {isWithoutRecipient && t("off-record.choose")}
              {isOffRecord && recipient && t("off-record.hint", { name })}
            </Text>
          </Group>
        </form>
      </div>
    </section>
  );
}
