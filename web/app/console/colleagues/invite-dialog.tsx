import { Button, Checkbox, Group, Modal, ScrollArea, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { AvailabilityDot, useAvailability } from "./availability-dot.js";
import { useColleagues } from "./colleagues-context.js";

export type Inviting =
  | { readonly kind: "start"; readonly ticketNumber?: string; readonly aboutId?: string }
  | { readonly kind: "more"; readonly consult: Consult };

/** People and groups with their availability, searched by name; who is busy or away may be invited all the same. */
export function InviteDialog({ inviting, onClose }: { inviting: Inviting | undefined; onClose: () => void }) {
  const t = useConsoleTexts();
  return (
    <Modal
      opened={inviting !== undefined}
      onClose={onClose}
      title={t(inviting?.kind === "more" ? "invite.title" : "invite.title-start")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      {inviting && <InviteForm inviting={inviting} onClose={onClose} />}
    </Modal>
  );
}

function InviteForm({ inviting, onClose }: { inviting: Inviting; onClose: () => void }) {
  const t = useConsoleTexts();
  const { reload } = useConsole();
  const colleagues = useColleagues();
  const tell = useOutcome();
  const [search, setSearch] = useState("");
  const [title, setTitle] = useState("");
  const [accountIds, setAccountIds] = useState<string[]>([]);
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const chosen = accountIds.length + groupIds.length;
  // Who is there may have changed since the console was opened.
  useEffect(() => void reload(), [reload]);

  const submit = async (): Promise<void> => {
    if (chosen === 0) return;
    setBusy(true);
    const invitees = { accountIds, groupIds };
    const done =
      inviting.kind === "more"
        ? tell(await colleagues.invite({ conversationId: inviting.consult.id, ...invitees }))
        : tell(
            await colleagues.start({
              ...invitees,
              title: title.trim(),
              ...(inviting.ticketNumber ? { ticketNumber: inviting.ticketNumber } : {}),
              ...(inviting.aboutId ? { aboutId: inviting.aboutId } : {}),
            }),
          );
    setBusy(false);
    if (done) onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          aria-label={t("invite.search")}
          placeholder={t("invite.search")}
          leftSection={<IconSearch size={16} />}
        />
        <ScrollArea.Autosize mah={280} type="auto" viewportProps={{ tabIndex: 0 }}>
          <Choices
            inviting={inviting}
            search={search}
            accountIds={accountIds}
            onAccounts={setAccountIds}
            groupIds={groupIds}
            onGroups={setGroupIds}
          />
        </ScrollArea.Autosize>
        {inviting.kind === "start" && inviting.ticketNumber && (
          <Text size="sm">{t("consult.about-ticket", { number: inviting.ticketNumber })}</Text>
        )}
        {inviting.kind === "start" && (
          <TextInput
            label={t("invite.subject")}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {chosen > 0 && t.count("invite.chosen", chosen)}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("dialog.cancel")}
            </Button>
            <Button type="submit" loading={busy} disabled={chosen === 0}>
              {t(inviting.kind === "more" ? "invite.submit" : "invite.submit-start")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

interface ChoicesProps {
  readonly inviting: Inviting;
  readonly search: string;
  readonly accountIds: string[];
  readonly onAccounts: (ids: string[]) => void;
  readonly groupIds: string[];
  readonly onGroups: (ids: string[]) => void;
}

function Choices({ inviting, search, accountIds, onAccounts, groupIds, onGroups }: ChoicesProps) {
  const t = useConsoleTexts();
  const { agents, groups, me, phase } = useConsoleState((state) => state);
  const fits = (name: string): boolean => name.toLowerCase().includes(search.trim().toLowerCase());
  const inside = new Set(
    inviting.kind === "more"
      ? inviting.consult.participants
          .filter(({ state }) => state === "joined" || state === "invited")
          .map(({ person }) => person.id)
      : [],
  );
  const people = agents.filter(({ id, name }) => id !== me.id && fits(name)).sort(byPresence);
  const shownGroups = groups.filter(({ name }) => fits(name));
  if (phase === "loading") return <Skeleton h={160} />;
  if (people.length + shownGroups.length === 0) return <Text c="dimmed">{t("invite.none")}</Text>;
  return (
    <Stack gap="md">
      {people.length > 0 && (
        <Checkbox.Group label={t("invite.people")} value={accountIds} onChange={onAccounts}>
          <Stack gap={8} mt={6}>
            {people.map(({ id, name }) => (
              <Checkbox
                key={id}
                value={id}
                disabled={inside.has(id)}
                label={<PersonLabel id={id} name={name} note={inside.has(id) ? t("invite.already") : ""} />}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {shownGroups.length > 0 && (
        <Checkbox.Group label={t("invite.groups")} value={groupIds} onChange={onGroups}>
          <Stack gap={8} mt={6}>
            {shownGroups.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}

function PersonLabel({ id, name, note }: { id: string; name: string; note: string }) {
  const t = useConsoleTexts();
  const availability = useAvailability(id);
  return (
    <Group gap={8} wrap="nowrap">
      <PersonAvatar name={name} size={24} />
      <AvailabilityDot accountId={id} />
      <span>{name}</span>
      <Text span size="sm" c="dimmed">
        {note || t(`availability.${availability}`)}
      </Text>
    </Group>
  );
}

interface Present {
  readonly online: boolean;
  readonly name: string;
}

function byPresence(one: Present, other: Present): number {
  return Number(other.online) - Number(one.online) || one.name.localeCompare(other.name);
}
