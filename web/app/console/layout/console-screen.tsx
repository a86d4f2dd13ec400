import { Box } from "@mantine/core";
import { useState } from "react";
import { AssistantEntry } from "../../shared/assistant-entry.js";
import { Header } from "../../shared/header.js";
import { Invitations } from "../colleagues/invitations.js";
import { InviteProvider } from "../colleagues/invite-context.js";
import { CommandPalette } from "../command/command-palette.js";
import { ShortcutsDialog } from "../command/shortcuts-dialog.js";
import { useShortcuts } from "../command/use-shortcuts.js";
import { useConsoleState } from "../console-context.js";
import { DialogsProvider } from "../talk/dialogs.js";
import { AvailabilityMenu } from "../work/availability-menu.js";
import { ChooseGroupDialog } from "../work/choose-group-dialog.js";
import { useMessageNotices } from "../work/use-message-notices.js";
import { useNewWork } from "../work/use-new-work.js";
import { AttendancesMark } from "./attendances-mark.js";
import { ConnectionBar } from "./connection-bar.js";
import classes from "./layout.module.css";
import { Panes } from "./panes.js";
import { RecordsLink } from "./records-link.js";
import { SoundSwitch } from "./sound-switch.js";

export function ConsoleScreen() {
  const activeId = useConsoleState((state) => state.activeId);
  return (
    <DialogsProvider conversationId={activeId}>
      <InviteProvider>
        <Screen />
      </InviteProvider>
    </DialogsProvider>
  );
}

function Screen() {
  const [helpOpen, setHelpOpen] = useState(false);
  useNewWork();
  useMessageNotices();
  useShortcuts(() => setHelpOpen(true));
  return (
    <Box className={classes.screen}>
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
