import { ActionIcon, CloseButton, Group, Tabs, TextInput } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { ColleaguesPanel } from "../colleagues/colleagues-panel.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import layout from "../layout/layout.module.css";
import { listHeld, type WorkTab } from "../state/console-state.js";
import { countWaiting } from "../state/queue-count.js";
import { useUnreadTotal } from "../talk/use-unread.js";
import { MineList } from "./mine-list.js";
import { OfferCards } from "./offer-cards.js";
import { QueuePanel } from "./queue-panel.js";
import { TicketList } from "./ticket-list.js";
import classes from "./work.module.css";

const tabs: readonly WorkTab[] = ["mine", "queue", "colleagues", "all"];

/** The left pane: own talks, the queue by group, all tickets; searched by ticket number (S2-49). */
export function WorkPane({ onFold }: { onFold?: () => void }) {
  const t = useConsoleTexts();
  const { showWork } = useConsole();
  const workTab = useConsoleState((state) => state.workTab);
  const held = useConsoleState((state) => listHeld(state).length);
  const waiting = useConsoleState((state) => countWaiting(state));
  const fresh = useConsoleState((state) => state.freshGroupIds.size > 0);
  const unread = useUnreadTotal();
  const [search, setSearch] = useState("");
  const counts = { mine: held, queue: waiting, colleagues: undefined, all: undefined };
  const show = (value: string | null): void => {
    const tab = tabs.find((known) => known === value);
    if (tab) showWork(tab);
  };

  return (
    <Tabs
      component={onFold ? "aside" : "section"}
      aria-label={t("pane.work")}
      value={workTab}
      onChange={show}
      className={`${layout.pane} ${layout.side}`}
      keepMounted={false}
    >
      <Group className={classes.search} wrap="nowrap" gap={6}>
        <TextInput
          flex={1}
          size="sm"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t("search.placeholder")}
          aria-label={t("search.placeholder")}
          leftSection={<IconSearch size={16} />}
          rightSection={
            search && <CloseButton size="sm" aria-label={t("search.clear")} onClick={() => setSearch("")} />
          }
        />
        {onFold && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("pane.fold")}
            title={t("pane.fold")}
            onClick={onFold}
          >
            <IconLayoutSidebarLeftCollapse size={20} />
          </ActionIcon>
        )}
      </Group>
      <OfferCards />
      <Tabs.List grow className={classes.tabs}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`tab.${tab}`)}
            {counts[tab] !== undefined && <span className={classes.count}> {counts[tab]}</span>}
            {tab === "mine" && unread > 0 && (
              <span
                role="img"
                className={classes.fresh}
                data-unread
                aria-label={t("tab.mine.fresh")}
                title={t("tab.mine.fresh")}
              />
            )}
            {tab === "queue" && fresh && workTab !== "queue" && (
              <span
                role="img"
                className={classes.fresh}
                aria-label={t("queue.fresh")}
                title={t("queue.fresh")}
              />
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="mine" className={layout.scroll}>
        <MineList search={search} />
      </Tabs.Panel>
      <Tabs.Panel value="queue" className={classes.queue}>
        <QueuePanel search={search} />
      </Tabs.Panel>
      <Tabs.Panel value="colleagues" className={classes.queue}>
        <ColleaguesPanel search={search} />
      </Tabs.Panel>
      <Tabs.Panel value="all" className={classes.queue}>
        <TicketList search={search} />
      </Tabs.Panel>
    </Tabs>
  );
}
