import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { maxMessageChars } from "../../contract/limits.js";
import { onDrop } from "../chat/on-drop.js";
import type { Talk } from "../chat/talk.js";
import type { TalkSnapshot } from "../chat/talk-view.js";
import { filesOf, uploadsOf } from "../chat/uploads.js";
import { AttachButton, UploadList } from "./attach.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { useReadable } from "./use-readable.js";

const tellLeftBelow = 500;
const maxHeightPx = 140;

/** Enter sends, Shift+Enter makes a new line (S1-19, S1-20); the draft outlives a refresh. */
export function Composer({ talk, view }: { talk: Talk; view: TalkSnapshot }) {
  const { t, chat, open, takeAbout } = useScope();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = maxMessageChars - view.draft.length;
  const uploads = uploadsOf(talk, chat.files);
  const items = useReadable(uploads);
  const isReady = items.every(({ state }) => state === "ready");
  const empty = (view.draft.trim() === "" && items.length === 0) || !isReady;
  const [dropping, setDropping] = useState(false);

  useEffect(() => {
    const panel = field.current?.closest(".panel");
    return panel ? onDrop(panel, { files: uploads.add, over: setDropping }) : undefined;
  }, [uploads]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another talk asks for the focus again.
  useEffect(() => {
    if (open) field.current?.focus();
  }, [talk, open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, maxHeightPx)}px`;
  }, [view.draft]);

  function send(): void {
    if (empty || left < 0) return;
    const files = uploads.take();
    if (files.length > 0) talk.sendFiles(view.draft.trim(), files);
    else talk.send(view.draft.trim(), takeAbout());
    talk.setDraft("");
    field.current?.focus();
  }

  return (
    <form
      class={dropping ? "composer dropping" : "composer"}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length > 0) event.preventDefault();
        uploads.add(files);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UploadList uploads={uploads} />
      <AttachButton uploads={uploads} />
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={view.draft}
        aria-label={t("composer.label")}
        placeholder={t("composer.placeholder")}
        aria-invalid={left < 0}
        onInput={({ currentTarget }) => talk.setDraft(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" disabled={empty || left < 0} aria-label={t("composer.send")}>
        <Icon name="send" />
      </button>
      {left < tellLeftBelow && (
        <p class={left < 0 ? "counter counter-over" : "counter"} role="status">
          {left < 0 ? t.count("composer.over", -left) : t.count("composer.left", left)}
        </p>
      )}
    </form>
  );
}
