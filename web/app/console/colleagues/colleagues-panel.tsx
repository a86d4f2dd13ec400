import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { LoadFailed } from "../../shared/load-failed.js";
import { useConsoleTexts } from "../console-context.js";
import { EntrySkeletons } from "../layout/console-skeleton.js";
import layout from "../layout/layout.module.css";
import work from "../work/work.module.css";
import { useColleagues, useColleaguesState } from "./colleagues-context.js";
import { ConsultTile } from "./consult-tile.js";
import { ContactList } from "./contact-list.js";
import { MessagesList } from "./messages-list.js";
import { OpenConsults } from "./open-consults.js";

const sections = ["people", "open", "messages"] as const;

/** The tab *Colleagues*: the tile, then contacts, open consults, or the Messages of ended ones (S2-39, S4-4, S4-6). */
export function ColleaguesPanel({ search }: { search: string }) {
  const t = useConsoleTexts();
  const { reload } = useColleagues();
  const phase = useColleaguesState((state) => state.phase);
  const [section, setSection] = useState<(typeof sections)[number]>("people");
  return (
    <>
      <ConsultTile />
      <div className={work.groups}>
        <SegmentedControl
          fullWidth
          size="xs"
          w="100%"
          aria-label={t("colleagues.section")}
          value={section}
          onChange={(value) => setSection(sections.find((known) => known === value) ?? "people")}
          data={sections.map((value) => ({ value, label: t(`colleagues.${value}`) }))}
        />
      </div>
      <div className={layout.scroll}>
        {phase === "loading" && <EntrySkeletons />}
        {phase === "failed" && <LoadFailed onRetry={() => void reload()} />}
        {phase === "ready" && section === "people" && <ContactList search={search} />}
        {phase === "ready" && section === "open" && <OpenConsults />}
        {phase === "ready" && section === "messages" && <MessagesList />}
      </div>
    </>
  );
}
