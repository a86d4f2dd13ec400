import { useLocalStorage } from "@mantine/hooks";

/** Whether new work is heard in this browser. */
export function useSound() {
  return useLocalStorage<boolean>({
    key: "deskhand.console.sound",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
}
