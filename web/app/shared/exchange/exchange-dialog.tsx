import { Alert, Button, Checkbox, Group, Modal, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { maxMessageChars } from "../../../../contract/limits.js";
import type { TicketMessage } from "../../../../contract/ticket-message.js";
import { newId } from "../../../chat/new-id.js";
import { exchangeTexts } from "../../../texts/exchange/index.js";
import { useDesk, useLocale, useTexts } from "../desk.js";
import { LoadFailed } from "../load-failed.js";
import { toMinute } from "../time-format.js";
import { useLoaded } from "../use-loaded.js";
import classes from "./exchange.module.css";

export interface ExchangeDialogProps {
  readonly number: string;
  readonly side: "requester" | "agent";
  /** Another value is a reason to read the messages again. */
  readonly version: number;
  readonly onClose: () => void;
}

/** Messages of a ticket, and where to write one (S2-X5). */
export function ExchangeDialog({ number, side, version, onClose }: ExchangeDialogProps) {
  const t = useTexts(exchangeTexts);
  const { api } = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: news of the ticket are a reason to read again.
  const load = useCallback(async () => (await api.readTicketMessages(number)).items, [api, number, version]);
  const [messages, reload] = useLoaded(load);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`title.${side}`)}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <WriteForm number={number} onWritten={reload} />
        {messages.status === "loading" && <Skeleton h={70} />}
        {messages.status === "failed" && <LoadFailed message={messages.error.message} onRetry={reload} />}
        {messages.status === "ready" && <Messages messages={messages.value} />}
      </Stack>
    </Modal>
  );
}

function WriteForm({ number, onWritten }: { number: string; onWritten: () => void }) {
  const t = useTexts(exchangeTexts);
  const { api } = useDesk();
  const [text, setText] = useState("");
  const [sendEmail, setSendEmail] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [note, setNote] = useState<string>();
  // The same for every try of one message, so that a repeat writes no second one.
  const requestId = useRef(newId());
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setNote(undefined);
    if (text.trim() === "") return setProblem(t("text.needed"));
    setBusy(true);
    setProblem(undefined);
    try {
      const form = { text: text.trim(), sendEmail, requestId: requestId.current };
      const written = await api.writeTicketMessage(number, form);
      requestId.current = newId();
      setText("");
      if (sendEmail && !written.isMailed) setNote(t("email.not-sent"));
      onWritten();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="sm">
        <Textarea
          ref={field}
          label={t("text")}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={maxMessageChars}
          value={text}
          error={problem}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="space-between" align="flex-start">
          <Checkbox
            label={t("email")}
            description={t("email.hint")}
            checked={sendEmail}
            onChange={({ currentTarget }) => setSendEmail(currentTarget.checked)}
          />
          <Button type="submit" loading={busy}>
            {t("send")}
          </Button>
        </Group>
        {note && (
          <Alert color="yellow" role="status">
            {note}
          </Alert>
        )}
      </Stack>
    </form>
  );
}

function Messages({ messages }: { messages: readonly TicketMessage[] }) {
  const t = useTexts(exchangeTexts);
  const locale = useLocale();
  if (messages.length === 0) return <Text c="dimmed">{t("none")}</Text>;
  return (
    <ol className={classes.messages} aria-label={t("list")}>
      {messages.map(({ id, author, text, isMailed, via, isUnproven, sentAt }) => (
        <li key={id} className={classes.message}>
          <Group gap={8} justify="space-between">
            <Text size="sm" fw={600}>
              {author.name}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              {via === "mail" && `${t("by-mail")} · `}
              {isUnproven && `${t("unproven")} · `}
              {isMailed && (
                <IconMail
                  size={14}
                  role="img"
                  aria-label={t("mailed")}
                  title={t("mailed")}
                  className={classes.mark}
                />
              )}{" "}
              <time dateTime={new Date(sentAt).toISOString()}>{toMinute(sentAt, locale)}</time>
            </Text>
          </Group>
          <Text size="sm" className={classes.text}>
            {text}
          </Text>
        </li>
      ))}
    </ol>
  );
}
