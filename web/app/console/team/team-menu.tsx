import { ActionIcon, Avatar, Group, Menu, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconDoorExit, IconEye, IconUserMinus, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsole, useConsoleState, useTalk } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { AddParticipant } from "./add-participant.js";
import { useTeamState, useTeamTexts } from "./team-context.js";

interface TeamMenuProps {
  readonly conversationId: string;
  readonly attendance: Attendance | undefined;
}

const facesMax = 3;

/** Who takes part and who looks on, with the ways to add, remove and go (S1-29, S1-30). */
export function TeamMenu({ conversationId }: TeamMenuProps) {
  const t = useTeamTexts();
  const tell = useOutcome();
  const { client, close } = useConsole();
  const { conversation } = useTalk(conversationId);
  const me = useConsoleState((state) => state.me);
  const participants = useTeamState((state) => state.participants);
  const viewers = useTeamState((state) => state.viewers).filter(({ id }) => id !== me.id);
  const [adding, setAdding] = useState(false);
  const isPart = participants.some(({ id }) => id === me.id);
  const mayChange = conversation?.owner.kind === "agent" && (isPart || me.role !== "agent");

  const looking = t("team.viewing", { names: viewers.map(({ name }) => name).join(", ") });

  const remove = async (accountId: string): Promise<void> => {
    tell(await client.request("participant:remove", { conversationId, accountId }));
  };
  const quit = async (): Promise<void> => {
    if (tell(await client.request("participant:quit", { conversationId }))) close(conversationId);
  };

  return (
    <Group gap={4} wrap="nowrap" style={{ flex: "none" }}>
      {viewers.length > 0 && (
        <Tooltip label={looking}>
          <Group gap={3} wrap="nowrap" c="dimmed" role="status">
            <IconEye size={16} aria-hidden />
            <Text size="xs" aria-hidden>
              {viewers.length}
            </Text>
            <VisuallyHidden>{looking}</VisuallyHidden>
          </Group>
        </Tooltip>
      )}
      {(participants.length > 1 || mayChange) && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon variant="default" size={30} w="auto" miw={30} px={4} title={t("team.menu")}>
              <VisuallyHidden>{t("team.menu")}</VisuallyHidden>
              <span aria-hidden style={{ display: "flex" }}>
                {participants.length > 1 ? (
                  <Avatar.Group spacing={8}>
                    {participants.slice(0, facesMax).map(({ id, name, photoUrl }) => (
                      <PersonAvatar key={id} name={name} photoUrl={photoUrl} size={22} />
                    ))}
                  </Avatar.Group>
                ) : (
                  <IconUsers size={17} />
                )}
              </span>
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown mah="60dvh" style={{ overflowY: "auto" }}>
            <Menu.Label>{t("team.title")}</Menu.Label>
            {participants.map(({ id, name }) => {
              const isOwner = conversation?.owner.id === id;
              const removable = mayChange && !isOwner && id !== me.id;
              return (
                <Menu.Item
                  key={id}
                  disabled={!removable}
                  rightSection={removable ? <IconUserMinus size={15} aria-hidden /> : undefined}
                  aria-label={removable ? t("team.remove", { name }) : undefined}
                  onClick={() => void remove(id)}
                >
                  {isOwner ? t("team.owner", { name }) : name}
                </Menu.Item>
              );
            })}
            {mayChange && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
                  {t("team.add")}
                </Menu.Item>
                {isPart && participants.length > 1 && (
                  <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={() => void quit()}>
                    {t("team.quit")}
                  </Menu.Item>
                )}
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {adding && (
        <AddParticipant
          conversationId={conversationId}
          presentIds={participants.map(({ id }) => id)}
          onClose={() => setAdding(false)}
        />
      )}
    </Group>
  );
}
