import { Tabs } from "@mantine/core";
import { type FocusEvent, type ReactNode, useEffect, useRef } from "react";
import classes from "./tab-row.module.css";

/** The heads of tabs in one line: on a phone it scrolls, and the one that is shown stays in sight. */
export function TabRow({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => show(row.current?.querySelector("[aria-selected=true]")), []);
  return (
    <Tabs.List
      ref={row}
      mb="md"
      aria-label={label}
      className={classes.row}
      onFocus={({ target }: FocusEvent<HTMLElement>) => show(target)}
    >
      {children}
    </Tabs.List>
  );
}

function show(tab: Element | null | undefined): void {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
