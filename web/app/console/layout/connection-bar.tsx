import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { appTexts } from "../../../texts/app.js";
import { useLocale, useTexts } from "../../shared/desk.js";
import { toClock } from "../../shared/time-format.js";
import { useConsole, useReadable } from "../console-context.js";
import classes from "./layout.module.css";

/** A thin bar while there is no connection: what is shown, and what happens to what one writes. */
export function ConnectionBar() {
  const t = useTexts(appTexts);
  const locale = useLocale();
  const { client } = useConsole();
  const { status, since } = useReadable(client.connection);
  if (status === "online" || (status === "connecting" && !since)) return <div role="status" />;
  return (
    <div role="status" className={classes.offline}>
      <IconPlugConnectedX size={16} aria-hidden />
      {status === "refused"
        ? t("state.refused")
        : t("state.offline", { time: toClock(since ?? Date.now(), locale) })}
      <Button size="compact-xs" variant="white" color="dark" onClick={() => client.connect()}>
        {t("state.retry")}
      </Button>
    </div>
  );
}
