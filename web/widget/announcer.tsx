import { useEffect, useState } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import type { TalkItem } from "../chat/talk-items.js";
import { useScope } from "./context.js";
import { tellNotice } from "./notice-line.js";
import { useReadable } from "./use-readable.js";

/** Reads each new word of the others out once, politely; what was there before is left alone. */
export function Announcer({ talk }: { talk: Talk }) {
  const { t } = useScope();
  const { items, phase } = useReadable(talk);
  const last = items.at(-1);
  const [known, setKnown] = useState<string>();
  const [spoken, setSpoken] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another last message is worth a word.
  useEffect(() => {
    if (phase !== "ready" || !last || last.key === known) return;
    setKnown(last.key);
    if (known !== undefined) setSpoken(speak(last));
  }, [last?.key, phase]);

  function speak(item: TalkItem): string {
    if (item.kind === "outgoing" || item.own) return "";
    const { notice, sender, text } = item.message;
    if (notice) return tellNotice(t, notice, text);
    return `${sender.kind === "assistant" ? t("who.assistant") : sender.name}: ${text}`;
  }

  return (
    <div class="sr-only" aria-live="polite">
      {spoken}
    </div>
  );
}
