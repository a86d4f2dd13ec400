import { Box } from "@mantine/core";
import { useState } from "react";
import { AssistantEntry } from "../../shared/assistant-entry.js";
import { Header } from "../../shared/header.js";
import { useConsult, useDirectContact } from "../colleagues/colleagues-context.js";
import { Invitations } from "../colleagues/invitations.js";
import type { Inviting } from "../colleagues/invite-dialog.js";
import { InviteProvider } from "../colleagues/invite-context.js";
import { CommandPalette } from "../command/command-palette.js";
import { ShortcutsDialog } from "../command/shortcuts-dialog.js";
import { useShortcuts } from "../command/use-shortcuts.js";
import { useConsole, useConsoleState } from "../console-context.js";
import { DialogsProvider } from "../talk/dialogs.js";
import { ComposerKindProvider } from "../team/composer-kind.js";
import { TeamProvider } from "../team/team-context.js";
import { useTold } from "../team/use-told.js";
import { AvailabilityMenu } from "../work/availability-menu.js";
import { ChooseGroupDialog } from "../work/choose-group-dialog.js";
import { useMessageNotices } from "../work/use-message-notices.js";
import { NewWork } from "../work/new-work.js";
import { AttendancesMark } from "./attendances-mark.js";
import { ConnectionBar } from "./connection-bar.js";
import classes from "./layout.module.css";
import { Panes } from "./panes.js";
import { RecordsLink } from "./records-link.js";
import { SoundSwitch } from "./sound-switch.js";

interface ConsoleScreenProps {
  /** A consult to start, whose Invite window is open from the beginning. */
  readonly inviting: Inviting | undefined;
}

export function ConsoleScreen({ inviting }: ConsoleScreenProps) {
  const { client } = useConsole();
  const activeId = useConsoleState((state) => state.activeId);
  // Notes, tags and who takes part belong to talks with requesters.
  const consult = useConsult(activeId);
  const contact = useDirectContact(activeId);
  const isOfColleagues = consult !== undefined || contact !== undefined;
  return (
    <TeamProvider client={client} conversationId={isOfColleagues ? undefined : activeId} presence="seen">
      <DialogsProvider conversationId={activeId}>
        <ComposerKindProvider conversationId={activeId}>
          <InviteProvider initial={inviting}>
            <Screen />
          </InviteProvider>
        </ComposerKindProvider>
      </DialogsProvider>
    </TeamProvider>
  );
}

function Screen() {
  const [helpOpen, setHelpOpen] = useState(false);
  useMessageNotices();
  useTold();
  useShortcuts(() => setHelpOpen(true));
  return (
    <Box className={classes.screen}>
      <NewWork />
      <Header>
        <RecordsLink />
        <AssistantEntry />
        <AttendancesMark />
        <AvailabilityMenu />
        <SoundSwitch />
      </Header>
      <ConnectionBar />
      <Invitations />
      <Panes />
      <CommandPalette onShowShortcuts={() => setHelpOpen(true)} />
      <ChooseGroupDialog />
      <ShortcutsDialog opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </Box>
  );
}
