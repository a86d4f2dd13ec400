import type { Connection } from "../chat/chat-client.js";
import { useScope } from "./context.js";

export function OfflineBar({ connection }: { connection: Connection }) {
  const { t, chat, locale } = useScope();
  if (connection.status !== "offline") return null;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(connection.since ?? Date.now());
  return (
    <div class="offline" role="status">
      <span>{t("offline.bar", { time })}</span>
      <button type="button" class="text-button" onClick={chat.reconnect}>
        {t("offline.retry")}
      </button>
    </div>
  );
}
