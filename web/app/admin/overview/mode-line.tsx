import { Badge, Button, Group, Text } from "@mantine/core";
import type { Mode, ModeView } from "../../../../contract/mode.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { useModeWords } from "./mode-words.js";
import classes from "./overview.module.css";

export const modeColors: Readonly<Record<Mode, string>> = {
  off: "gray",
  manual: "orange",
  automatic: "grape",
  both: "teal",
};

interface LineProps {
  readonly view: ModeView;
  readonly onSwitch: () => void;
  readonly onSchedule: () => void;
  readonly onChanged: () => void;
}

/** One scope: its mode now, why, until when, and what a switch leaves alone. */
export function ModeLine({ view, onSwitch, onSchedule, onChanged }: LineProps) {
  const t = useTexts(overviewTexts);
  const tell = useTell();
  const { api } = useDesk();
  const words = useModeWords();
  const name = view.name ?? t("the-desk");
  const { mode } = view.now;

  const revoke = async (): Promise<void> => {
    try {
      await api.overview.revokeMode(view.scope);
      tell.done(t("revoked", { name }));
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    onChanged();
  };

  return (
    <li className={classes.mode}>
      <div className={classes["mode-words"]}>
        <Group gap={8}>
          <Text fw={600}>{name}</Text>
          <Badge variant="light" color={modeColors[mode]} tt="none" className={classes.badge}>
            {t(`mode.${mode}`)}
          </Badge>
        </Group>
        {view.name === undefined && (
          <Text size="sm" role="status">
            {t(`mode.${mode}.text`)}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {words.why(view)} · {words.until(view)}
        </Text>
        {view.withPeople + view.waiting > 0 && (
          <Text size="sm" c="dimmed">
            {t.count("talks.with", view.withPeople)} · {t.count("talks.waiting", view.waiting)}
          </Text>
        )}
      </div>
      <Group gap={6} className={classes["mode-acts"]}>
        {view.override && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("revoke.of", { name })}
            onClick={() => void revoke()}
          >
            {t("revoke")}
          </Button>
        )}
        <Button size="xs" variant="default" aria-label={t("schedule.of", { name })} onClick={onSchedule}>
          {t("schedule")}
        </Button>
        <Button size="xs" variant="light" aria-label={t("switch.of", { name })} onClick={onSwitch}>
          {t("switch")}
        </Button>
      </Group>
    </li>
  );
}
