import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { Consult } from "../../../../contract/consult.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import classes from "./colleagues.module.css";
import { useColleagues, useColleaguesState } from "./colleagues-context.js";
import { listInvitations } from "./colleagues-state.js";

/** The pop-up of who is invited: only Accept leads inside (S4-9, S4-10). */
export function Invitations() {
  const consults = useColleaguesState((state) => state.consults);
  const invitations = listInvitations({ consults });
  return (
    <div className={classes.invitations} role="status" aria-live="polite">
      {invitations.map((consult) => (
        <Invitation key={consult.id} consult={consult} />
      ))}
    </div>
  );
}

function Invitation({ consult }: { consult: Consult }) {
  const t = useConsoleTexts();
  const { accept, decline } = useColleagues();
  const tell = useOutcome();
  const inviter = consult.invitedBy ?? consult.originator;
  const title = t("consult.invited-by", { name: inviter.name });
  return (
    <Paper withBorder shadow="lg" radius="md" p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap">
          <PersonAvatar name={inviter.name} photoUrl={inviter.photoUrl} size={38} />
          <div>
            <Text fw={600} size="sm">
              {title}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                consult.title,
                consult.ticketNumber && t("consult.about-ticket", { number: consult.ticketNumber }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
        </Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="xs" onClick={() => decline(consult.id)}>
            {t("consult.dismiss")}
          </Button>
          <Button size="xs" onClick={async () => tell(await accept(consult.id))}>
            {t("consult.accept")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
