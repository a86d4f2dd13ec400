import { useLocalStorage } from "@mantine/hooks";

/** Whether new work is heard in this browser. */
export function useSound() {
  return useLocalStorage<boolean>({
    key: "deskhand.console.sound",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
}

/** Whether the sound comes again as long as somebody waits; kept by this browser. */
export function useReminder() {
  return useLocalStorage<boolean>({
    key: "deskhand.console.remind",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
}
