import { Box, Indicator, UnstyledButton } from "@mantine/core";
import { IconInbox, IconInfoCircle, IconMessages } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { DetailsPane } from "../details/details-pane.js";
import { countWaiting } from "../state/queue-count.js";
import { ConsoleTitle, TalkPane } from "../talk/talk-pane.js";
import { WorkPane } from "../work/work-pane.js";
import classes from "./layout.module.css";

type Shown = "work" | "talk" | "details";

/** One pane at a time with a bar to switch; taking work leads to the talk. */
export function PhonePanes() {
  const t = useConsoleTexts();
  const activeId = useConsoleState((state) => state.activeId);
  const waiting = useConsoleState((state) => countWaiting(state));
  const [shown, setShown] = useState<Shown>(activeId ? "talk" : "work");
  const former = useRef(activeId);

  useEffect(() => {
    if (activeId && activeId !== former.current) setShown("talk");
    former.current = activeId;
  }, [activeId]);

  const tabs = [
    { id: "work", label: t("pane.work"), Icon: IconInbox, mark: waiting },
    { id: "talk", label: t("pane.talk"), Icon: IconMessages, mark: 0 },
    { id: "details", label: t("pane.details"), Icon: IconInfoCircle, mark: 0 },
  ] as const;
  return (
    <>
      <Box component="main" id="content" className={classes.body}>
        <ConsoleTitle />
        {shown === "work" && <WorkPane />}
        {shown === "talk" && <TalkPane component="section" />}
        {shown === "details" && <DetailsPane />}
      </Box>
      <nav className={classes.phoneTabs} aria-label={t("pane.switch")}>
        {tabs.map(({ id, label, Icon, mark }) => (
          <UnstyledButton
            key={id}
            className={classes.phoneTab}
            aria-current={shown === id || undefined}
            onClick={() => setShown(id)}
          >
            <Indicator disabled={mark === 0} label={mark} size={16}>
              <Icon size={20} aria-hidden />
            </Indicator>
            {label}
          </UnstyledButton>
        ))}
      </nav>
    </>
  );
}
