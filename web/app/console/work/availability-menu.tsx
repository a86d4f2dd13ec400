import { Badge, Box, Button, Group, Menu, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { Availability } from "../../../../contract/account.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { listHeld } from "../state/console-state.js";
import { useOutcome } from "../use-outcome.js";
import classes from "./work.module.css";

export const choices: readonly Availability[] = ["available", "busy", "away", "offline"];

/** The agent's own status, as all others see it (S2-57), and how much of the capacity is used. */
export function AvailabilityMenu() {
  const t = useConsoleTexts();
  const { setAvailability } = useConsole();
  const tell = useOutcome();
  const availability = useConsoleState((state) => state.availability);
  const capacity = useConsoleState((state) => state.capacity);
  const held = useConsoleState((state) => listHeld(state).length);
  const label = t(`availability.${availability}`);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={classes.availability}
          variant="default"
          size="compact-md"
          rightSection={<IconChevronDown size={14} />}
        >
          <Group gap={7} wrap="nowrap">
            <Box className={classes.dot} data-status={availability} />
            <VisuallyHidden>{t("availability.label", { status: label })}</VisuallyHidden>
            <Text span aria-hidden size="sm" fw={500} visibleFrom="sm">
              {label}
            </Text>
            {capacity !== undefined && (
              <Badge
                variant="light"
                color="gray"
                size="sm"
                tt="none"
                visibleFrom="sm"
                title={t("capacity.title")}
              >
                {t("capacity", { held, capacity })}
              </Badge>
            )}
          </Group>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("availability.hint")}</Menu.Label>
        {choices.map((status) => (
          <Menu.Item
            key={status}
            leftSection={<Box className={classes.dot} data-status={status} />}
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
