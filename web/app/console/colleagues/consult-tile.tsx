import { Box, Button, Group, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMessages } from "@tabler/icons-react";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { choices } from "../work/availability-menu.js";
import work from "../work/work.module.css";
import classes from "./colleagues.module.css";
import { useInvite } from "./invite-context.js";

/** The Chat tile of the workbench, with the own availability at its bottom right corner (S4-6, S4-7). */
export function ConsultTile() {
  const t = useConsoleTexts();
  const invite = useInvite();
  return (
    <section className={classes.tile} aria-label={t("consult.tile")}>
      <Text size="sm" fw={600}>
        {t("consult.tile")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("consult.tile-hint")}
      </Text>
      <Group justify="space-between" mt="xs" gap="xs">
        <Button size="xs" leftSection={<IconMessages size={16} />} onClick={() => invite({ kind: "start" })}>
          {t("consult.start")}
        </Button>
        <OwnAvailability />
      </Group>
    </section>
  );
}

function OwnAvailability() {
  const t = useConsoleTexts();
  const { setAvailability } = useConsole();
  const tell = useOutcome();
  const availability = useConsoleState((state) => state.availability);
  const label = t(`availability.${availability}`);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton p={4}>
          <Group gap={6} wrap="nowrap">
            <Box className={work.dot} data-status={availability} />
            <VisuallyHidden>{t("consult.my-availability", { status: label })}</VisuallyHidden>
            <Text span aria-hidden size="xs">
              {label}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((status) => (
          <Menu.Item
            key={status}
            leftSection={<Box className={work.dot} data-status={status} />}
            rightSection={status === availability ? <IconCheck size={16} /> : null}
            aria-current={status === availability || undefined}
            onClick={async () => tell(await setAvailability(status))}
          >
            {t(`availability.${status}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
