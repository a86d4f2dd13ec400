import { ActionIcon } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useConsoleTexts } from "../console-context.js";
import { useSound } from "../work/use-sound.js";

export function SoundSwitch() {
  const t = useConsoleTexts();
  const [sound, setSound] = useSound();
  const label = t(sound ? "sound.turn-off" : "sound.turn-on");
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setSound(!sound)}
    >
      {sound ? <IconBell size={20} /> : <IconBellOff size={20} />}
    </ActionIcon>
  );
}
