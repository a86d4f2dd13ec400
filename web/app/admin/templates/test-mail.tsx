import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { Mail } from "../../../../contract/mail.js";
import type { Locale, Translate } from "../../../texts/index.js";
import type { MailKey } from "../../../texts/mail/index.js";
import { useDesk, useMe } from "../../shared/desk.js";
import { tellError } from "./tell-error.js";
import { useMailTexts } from "./use-mail-texts.js";

interface TestMailProps {
  readonly id: string;
  readonly locale: Locale;
  readonly isChanged: boolean;
  readonly onTried: () => void;
}

interface Outcome {
  readonly isGood: boolean;
  readonly text: string;
}

/** Sends the saved template with sample values, and tells what the mail server said. */
export function TestMail({ id, locale, isChanged, onTried }: TestMailProps) {
  const t = useMailTexts();
  const { api } = useDesk();
  const { email } = useMe();
  const [to, setTo] = useState(email ?? "");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setOutcome(
      await api
        .tryTemplate(id, { to: to.trim(), locale })
        .then((mail) => toOutcome(mail, t))
        .catch((error: unknown) => ({ isGood: false, text: tellError(error) })),
    );
    setBusy(false);
    onTried();
  };

  return (
    <form onSubmit={send} aria-label={t("test.title")}>
      <Group align="end" gap="xs">
        <TextInput
          type="email"
          required
          flex="1 1 220px"
          label={`${t("test.title")}: ${t("test.to")}`}
          value={to}
          onChange={({ currentTarget: { value } }) => setTo(value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={busy}
          disabled={isChanged || !to.trim()}
          leftSection={<IconSend size={16} />}
        >
          {t("test.send")}
        </Button>
      </Group>
      <Text
        size="sm"
        mt={6}
        role="status"
        c={outcome && !outcome.isGood ? "var(--mantine-color-error)" : "dimmed"}
      >
        {isChanged ? t("test.save-first") : outcome?.text}
      </Text>
    </form>
  );
}

function toOutcome({ state, to, reason = "" }: Mail, t: Translate<MailKey>): Outcome {
  if (state === "sent") return { isGood: true, text: t("test.sent", { to }) };
  return { isGood: false, text: t(state === "waiting" ? "test.waiting" : "test.failed", { reason }) };
}
