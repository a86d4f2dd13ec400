import { ActionIcon, Badge, EmptyState, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconLink, IconLinkOff, IconUsers } from "@tabler/icons-react";
import type { Contact } from "../../../../contract/consult.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { PresenceBall } from "../talk/presence-ball.js";
import { useOutcome } from "../use-outcome.js";
import work from "../work/work.module.css";
import { AvailabilityDot, useAvailability } from "./availability-dot.js";
import classes from "./colleagues.module.css";
import { useColleagues, useColleaguesState } from "./colleagues-context.js";

/** Colleagues with the balls of S2-17: filled where both are there and have linked each other (S2-44). */
export function ContactList({ search }: { search: string }) {
  const t = useConsoleTexts();
  const contacts = useColleaguesState((state) => state.contacts);
  const words = search.trim().toLowerCase();
  const shown = contacts.filter(({ name }) => name.toLowerCase().includes(words));
  if (shown.length === 0) {
    const isEmpty = contacts.length === 0;
    return (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconUsers />}
        title={t(isEmpty ? "colleagues.none" : "invite.none")}
        description={isEmpty ? t("colleagues.none-hint") : undefined}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label={t("colleagues.people")}>
      {shown.map((contact) => (
        <Entry key={contact.accountId} contact={contact} />
      ))}
    </ul>
  );
}

function Entry({ contact }: { contact: Contact }) {
  const t = useConsoleTexts();
  const { openDirect, setContact } = useColleagues();
  const tell = useOutcome();
  const active = useConsoleState(
    ({ activeId }) => activeId !== undefined && activeId === contact.conversationId,
  );
  const availability = useAvailability(contact.accountId);
  const { accountId, name, linked, linksBack } = contact;
  const isMutual = linked && linksBack;
  return (
    <li className={work.entry} data-active={active || undefined}>
      <Group gap={8} wrap="nowrap">
        <UnstyledButton
          className={work.open}
          disabled={!isMutual && !contact.conversationId}
          title={isMutual ? t("colleagues.talk", { name }) : undefined}
          onClick={async () => {
            const outcome = await openDirect(contact);
            if (outcome) tell(outcome);
          }}
        >
          <Group gap={8} wrap="nowrap">
            <PersonAvatar name={name} size={32} />
            <Stack gap={0} flex={1} miw={0}>
              <Group gap={6} wrap="nowrap">
                {isMutual && (
                  <PresenceBall online={availability === "available" || availability === "busy"} />
                )}
                <Text size="sm" fw={600} truncate>
                  {name}
                </Text>
                {contact.conversationId && <Unread conversationId={contact.conversationId} />}
              </Group>
              <Group gap={6} wrap="nowrap">
                <AvailabilityDot accountId={accountId} />
                <Text size="xs" c="dimmed">
                  {tellLink(contact, t)}
                </Text>
              </Group>
            </Stack>
          </Group>
        </UnstyledButton>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t(linked ? "colleagues.unlink" : "colleagues.link", { name })}
          title={t(linked ? "colleagues.unlink" : "colleagues.link", { name })}
          onClick={async () => tell(await setContact(accountId, !linked))}
        >
          {linked ? <IconLinkOff size={18} /> : <IconLink size={18} />}
        </ActionIcon>
      </Group>
    </li>
  );
}

function tellLink({ name, linked, linksBack }: Contact, t: ReturnType<typeof useConsoleTexts>): string {
  if (linked && linksBack) return t("colleagues.both-linked");
  if (linked) return t("colleagues.waits-for-them", { name });
  return linksBack ? t("colleagues.wants-you", { name }) : t("colleagues.not-linked");
}

/** Follows the talk, also while its tab is not open: its reader is told of new words (S2-45). */
function Unread({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { unread } = useTalk(conversationId);
  if (unread === 0) return null;
  return (
    <Badge size="sm" circle color="blue" aria-label={t.count("unread", unread)}>
      {unread}
    </Badge>
  );
}
