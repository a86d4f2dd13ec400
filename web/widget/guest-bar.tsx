import { useScope } from "./context.js";
import { useReadable } from "./use-readable.js";

/** Tells guests what they are and where the way in is; offers whoever was one to take the talk along. */
export function GuestBar() {
  const { t, chat } = useScope();
  const { guest, claimable } = useReadable(chat);
  if (guest) {
    return (
      <div class="guest-bar" role="note">
        <span>{t("guest.text")}</span>
        <button type="button" class="text-button" onClick={chat.askForLogIn}>
          {t("guest.log-in")}
        </button>
      </div>
    );
  }
  if (!claimable) return null;
  return (
    <div class="guest-bar" role="note">
      <span>{t("guest.claim")}</span>
      <button type="button" class="text-button" onClick={() => void chat.claim()}>
        {t("guest.claim.yes")}
      </button>
      <button type="button" class="text-button" onClick={chat.leaveGuest}>
        {t("guest.claim.no")}
      </button>
    </div>
  );
}
