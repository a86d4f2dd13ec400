import { useEffect, useState } from "preact/hooks";
import type { FileAttachment } from "../../contract/file.js";
import { saveFile, tellSize } from "../chat/save-file.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";

/** A file in a message: an image small, anything else by its name; pressed, it is saved. */
export function FileCard({ file }: { file: FileAttachment }) {
  const { t, chat } = useScope();
  const picture = usePicture(file);
  const saving = t("file.save", { name: file.name });
  const save = (): void =>
    void chat.files.read(file.fileId).then(
      (blob) => saveFile(blob, file.name),
      () => undefined,
    );
  return (
    <button type="button" class="file" aria-label={picture && saving} title={saving} onClick={save}>
      {picture ? (
        <img src={picture} alt="" />
      ) : (
        <>
          <Icon name="attach" size={18} />
          <span>
            {file.name} <small>{tellSize(file.size)}</small>
          </span>
        </>
      )}
    </button>
  );
}

/** What the browser draws of it, once it is here. */
function usePicture({ fileId, type }: FileAttachment): string | undefined {
  const { chat } = useScope();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    if (!/^image\/(?:png|jpeg|gif|webp)$/.test(type)) return;
    let shown: string | undefined;
    let current = true;
    void chat.files.read(fileId).then(
      (blob) => {
        if (!current) return;
        shown = URL.createObjectURL(blob);
        setPicture(shown);
      },
      () => undefined,
    );
    return () => {
      current = false;
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [chat, fileId, type]);
  return picture;
}
