import { Menu } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconBellRinging } from "@tabler/icons-react";
import type { Account } from "../../../contract/account.js";
import { teamTexts } from "../../texts/team/index.js";
import { mayAnswer } from "../shared/api.js";
import { useDesk, useLocale, useTexts } from "../shared/desk.js";
import { canNotify, consentKey, turnOff, turnOn } from "./consent.js";

/** In the person's menu: whether this browser shows new requests on the desktop (S3-13). */
export function NotifyItem({ user }: { user: Account }) {
  const t = useTexts(teamTexts);
  const locale = useLocale();
  const { api } = useDesk();
  const [consent, setConsent] = useLocalStorage<boolean>({
    key: consentKey(user.id),
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (!mayAnswer(user.role) || !canNotify()) return null;
  const isOn = consent && Notification.permission === "granted";
  const tell = (color: string, message: string): void => {
    notifications.show({ color, message, closeButtonProps: { "aria-label": t("close") } });
  };
  const change = async (): Promise<void> => {
    if (isOn) {
      setConsent(false);
      await turnOff(api.team).catch(() => undefined);
      tell("gray", t("notify.turned-off"));
      return;
    }
    const outcome = await turnOn(api.team, locale);
    setConsent(outcome !== "blocked");
    if (outcome === "blocked") tell("red", t("notify.blocked"));
    else tell("green", t(outcome === "on" ? "notify.turned-on" : "notify.open-only"));
  };
  return (
    <Menu.CheckboxItem
      checked={isOn}
      closeMenuOnClick
      rightSection={<IconBellRinging size={16} />}
      onChange={() => void change()}
    >
      {t("notify.title")}: {t(isOn ? "notify.on" : "notify.off")}
    </Menu.CheckboxItem>
  );
}
