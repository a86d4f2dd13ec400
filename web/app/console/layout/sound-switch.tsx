import { ActionIcon } from "@mantine/core";
import { IconBell, IconBellOff, IconBellRinging, IconRepeat } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useConsoleTexts } from "../console-context.js";
import { useReminder, useSound } from "../work/use-sound.js";

/** Whether new work is heard here, and whether it is heard again as long as somebody waits. */
export function SoundSwitch() {
  const t = useConsoleTexts();
  const [sound, setSound] = useSound();
  const [remind, setRemind] = useReminder();
  const Bell = remind ? IconBellRinging : IconBell;
  return (
    <>
      <Switch label={t(sound ? "sound.turn-off" : "sound.turn-on")} onPress={() => setSound(!sound)}>
        {sound ? <Bell size={20} /> : <IconBellOff size={20} />}
      </Switch>
      {sound && (
        <Switch label={t("sound.again")} isOn={remind} onPress={() => setRemind(!remind)}>
          <IconRepeat size={20} />
        </Switch>
      )}
    </>
  );
}

interface SwitchProps {
  readonly label: string;
  /** Left out where the label says what a press does. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Switch({ label, isOn, onPress, children }: SwitchProps) {
  return (
    <ActionIcon
      variant={isOn ? "light" : "subtle"}
      color={isOn ? undefined : "gray"}
      size="lg"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={onPress}
    >
      {children}
    </ActionIcon>
  );
}
