import { useEffect, useRef, useState } from "react";
import type { TalkItem } from "../../../chat/index.js";
import { useConsoleTexts } from "../console-context.js";
import { wordsOf } from "./last-words.js";
import { tellNotice } from "./notice-line.js";

/** The newest message of somebody else, once, for a live region; what was there before is not read out. */
export function useAnnounced(items: readonly TalkItem[]): string {
  const t = useConsoleTexts();
  const [announced, setAnnounced] = useState("");
  const told = useRef<number>(undefined);
  const last = items.findLast((item) => item.kind === "posted");
  const seq = last?.kind === "posted" ? last.message.seq : 0;

  useEffect(() => {
    const before = told.current;
    if (seq > 0) told.current = seq;
    if (before === undefined || seq <= before || last?.kind !== "posted" || last.own) return;
    const { sender, notice } = last.message;
    const words = wordsOf(last.message);
    setAnnounced(notice ? tellNotice(notice, t) : t("talk.says", { name: sender.name, text: words }));
  }, [seq, last, t]);

  return announced;
}
