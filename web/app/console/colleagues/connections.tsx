import { ActionIcon, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconArrowForwardUp, IconDots, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Consult, Participant } from "../../../../contract/consult.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { findAttendance, isHeldBy } from "../state/console-state.js";
import { useOutcome } from "../use-outcome.js";
import { AvailabilityDot } from "./availability-dot.js";
import classes from "./colleagues.module.css";
import { HandOverDialog } from "./hand-over-dialog.js";

export interface ConnectionsProps {
  readonly consult: Consult;
  /** Whom the next words off the record are for. */
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Everybody attending, with an icon of their availability; one of them can be chosen (S4-12, S4-26). */
export function Connections({ consult, chosenId, onChoose }: ConnectionsProps) {
  const t = useConsoleTexts();
  const shown = consult.participants.filter(({ state }) => state === "joined" || state === "invited");
  return (
    <ul className={classes.connections} aria-label={t("consult.connections")}>
      {shown.map((participant) => (
        <Connection
          key={participant.person.id}
          consult={consult}
          participant={participant}
          chosen={participant.person.id === chosenId}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

interface ConnectionProps {
  readonly consult: Consult;
  readonly participant: Participant;
  readonly chosen: boolean;
  readonly onChoose: ConnectionsProps["onChoose"];
}

function Connection({ consult, participant, chosen, onChoose }: ConnectionProps) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  const { person, state, isOriginator } = participant;
  const isMe = person.id === meId;
  const isThere = state === "joined";
  const note = isMe
    ? t("consult.you")
    : isThere
      ? isOriginator
        ? t("consult.originator")
        : ""
      : t("consult.state-invited");
  return (
    <li className={classes.person} data-chosen={chosen || undefined} data-away={!isThere || undefined}>
      <UnstyledButton
        className={classes.choose}
        disabled={isMe || !isThere || consult.endedAt !== undefined}
        aria-pressed={chosen}
        title={isMe ? undefined : t("consult.select", { name: person.name })}
        onClick={() => onChoose(chosen ? undefined : person.id)}
      >
        <PersonAvatar name={person.name} photoUrl={person.photoUrl} size={26} />
        <AvailabilityDot accountId={person.id} />
        <span>{person.name}</span>
        {note && (
          <Text span size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </UnstyledButton>
      {!isMe && isThere && consult.aboutId && <PersonMenu aboutId={consult.aboutId} person={person} />}
    </li>
  );
}

/** Beside a live attendance: the colleague comes into the talk, or takes it over. */
function PersonMenu({ aboutId, person }: { aboutId: string; person: Participant["person"] }) {
  const t = useConsoleTexts();
  const { client } = useConsole();
  const tell = useOutcome();
  const attendance = useConsoleState((state) => findAttendance(state, aboutId));
  const meId = useConsoleState(({ me }) => me.id);
  const [handingOver, setHandingOver] = useState(false);
  if (!attendance || !isHeldBy(attendance, meId)) return null;
  const { id, name } = person;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            radius="xl"
            aria-label={t("consult.person-menu", { name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUserPlus size={16} />}
            onClick={async () =>
              tell(await client.request("participant:add", { conversationId: aboutId, accountId: id }))
            }
          >
            {t("consult.bring-in", { name })}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowForwardUp size={16} />} onClick={() => setHandingOver(true)}>
            {t("consult.hand-over", { name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <HandOverDialog
        attendance={attendance}
        person={person}
        opened={handingOver}
        onClose={() => setHandingOver(false)}
      />
    </>
  );
}
