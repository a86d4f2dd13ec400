import { useNow } from "../../shared/time.js";
import { toDuration, toExact } from "../../shared/time-format.js";
import { useConsoleTexts } from "../console-context.js";
import classes from "./work.module.css";

const longMs = 10 * 60_000;

/** How long somebody has been waiting, ticking; red when it has become long. */
export function WaitingTime({ since }: { since: number }) {
  const t = useConsoleTexts();
  const waitedMs = useNow() - since;
  return (
    <time
      className={classes.waiting}
      data-long={waitedMs >= longMs || undefined}
      title={t("queue.waiting-since", { time: toExact(since, t.locale) })}
      dateTime={new Date(since).toISOString()}
    >
      {toDuration(waitedMs)}
    </time>
  );
}
