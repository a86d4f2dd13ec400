import { Button, Group, Text } from "@mantine/core";
import { IconArrowForwardUp, IconFlagCheck, IconUserQuestion } from "@tabler/icons-react";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useInvite } from "../colleagues/invite-context.js";
import { useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance, isHeldBy } from "../state/console-state.js";
import { TeamMenu } from "../team/team-menu.js";
import { useDialogs } from "./dialogs.js";
import { PresenceBall, presenceOf } from "./presence-ball.js";
import classes from "./talk.module.css";

/** Whom one talks to and about what, with the ways out of the talk (S1-9, S2-17). */
export function TalkHead({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { open } = useDialogs();
  const { conversation } = useTalk(conversationId);
  const known = useConsoleState((state) => findAttendance(state, conversationId));
  const meId = useConsoleState((state) => state.me.id);
  const attendance = known ?? conversation?.attendance;
  const requester = conversation?.requester ?? attendance?.requester;
  const held = attendance !== undefined && isHeldBy(attendance, meId);
  const invite = useInvite();
  const number = conversation?.ticketNumber ?? attendance?.ticketNumber;
  return (
    <header className={classes.head}>
      <PersonAvatar name={requester?.name ?? ""} photoUrl={requester?.photoUrl} size={38} />
      <div className={classes.who}>
        <Group gap="0 8px">
          <PresenceBall {...presenceOf(conversation)} />
          <Text component="h2" fw={650} size="md" truncate m={0} maw="calc(100% - 20px)">
            {requester?.name ?? "…"}
          </Text>
          {number && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {t("talk.ticket", { number })}
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed" truncate title={attendance?.question}>
          {attendance?.question}
        </Text>
      </div>
      <TeamMenu conversationId={conversationId} attendance={attendance} />
      {held && (
        <Group className={classes.ways} gap={6} wrap="nowrap">
          <HeadButton
            label={t("consult.ask")}
            icon={<IconUserQuestion size={17} />}
            onClick={() =>
              invite({ kind: "start", aboutId: conversationId, ...(number ? { ticketNumber: number } : {}) })
            }
          />
          <HeadButton
            label={t("talk.transfer")}
            icon={<IconArrowForwardUp size={17} />}
            onClick={() => open("transfer")}
          />
          <HeadButton label={t("talk.end")} icon={<IconFlagCheck size={17} />} onClick={() => open("end")} />
        </Group>
      )}
    </header>
  );
}

interface HeadButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}

function HeadButton({ label, icon, onClick }: HeadButtonProps) {
  return (
    <Button variant="default" size="xs" px={10} aria-label={label} title={label} onClick={onClick}>
      {icon}
      <Text span inherit visibleFrom="lg" ms={6}>
        {label}
      </Text>
    </Button>
  );
}
