import { Alert, Button, Group, Text } from "@mantine/core";
import { IconLinkOff } from "@tabler/icons-react";
import type { Contact } from "../../../../contract/consult.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsoleTexts, useTalk } from "../console-context.js";
import { OpenComposer } from "../talk/composer.js";
import { PresenceBall, presenceOf } from "../talk/presence-ball.js";
import talk from "../talk/talk.module.css";
import { useOutcome } from "../use-outcome.js";
import { useColleagues } from "./colleagues-context.js";
import { DialogBox } from "./dialog-box.js";

/** The talk of two colleagues who have linked each other (S2-41 … S2-44). */
export function DirectWindow({ contact, conversationId }: { contact: Contact; conversationId: string }) {
  const { conversation, typists } = useTalk(conversationId);
  const t = useConsoleTexts();
  const isLinked = contact.linked && contact.linksBack;
  return (
    <>
      <header className={talk.head}>
        <PersonAvatar name={contact.name} size={38} />
        <Group gap={8} wrap="nowrap" flex={1} miw={0}>
          <PresenceBall {...presenceOf(conversation)} />
          <Text component="h2" fw={650} size="md" truncate m={0}>
            {contact.name}
          </Text>
        </Group>
      </header>
      <DialogBox conversationId={conversationId} />
      <footer className={talk.below}>
        <div className={talk.inner}>
          <div className={talk.typing}>{typists.length > 0 && t("talk.typing", { name: contact.name })}</div>
          {isLinked ? (
            <OpenComposer conversationId={conversationId} name={contact.name} />
          ) : (
            <NotLinked contact={contact} />
          )}
        </div>
      </footer>
    </>
  );
}

function NotLinked({ contact }: { contact: Contact }) {
  const t = useConsoleTexts();
  const { setContact } = useColleagues();
  const tell = useOutcome();
  const { name } = contact;
  return (
    <Alert color="gray" icon={<IconLinkOff size={18} />} role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {contact.linked ? t("colleagues.waits-for-them", { name }) : t("direct.refused")}
        </Text>
        {!contact.linked && (
          <Button size="compact-sm" onClick={async () => tell(await setContact(contact.accountId, true))}>
            {t("colleagues.link", { name })}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
