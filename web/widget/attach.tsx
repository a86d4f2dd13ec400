import { useRef } from "preact/hooks";
import type { Uploads } from "../chat/uploads.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { useReadable } from "./use-readable.js";

/** The button that asks for files. */
export function AttachButton({ uploads }: { uploads: Uploads }) {
  const { t } = useScope();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          uploads.add(currentTarget.files ?? []);
          currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="attach"
        aria-label={t("file.attach")}
        onClick={() => input.current?.click()}
      >
        <Icon name="attach" />
      </button>
    </>
  );
}

/** The files that will go with the next message, with their progress. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useScope();
  const items = useReadable(uploads);
  if (items.length === 0) return null;
  return (
    <ul class="uploads" aria-label={t("file.list")}>
      {items.map(({ key, name, state, progress, preview, message }) => (
        <li key={key}>
          {preview ? <img src={preview} alt="" /> : <Icon name="attach" size={18} />}
          <span>
            {name}
            {state === "uploading" && <progress value={progress} aria-label={t("file.progress", { name })} />}
            {state === "failed" && (
              <em role="alert">
                {message ?? t("message.failed")}
                {!message && (
                  <button type="button" class="text-button" onClick={() => uploads.retry(key)}>
                    {t("failed.retry")}
                  </button>
                )}
              </em>
            )}
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={t("file.remove", { name })}
            onClick={() => uploads.cancel(key)}
          >
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
