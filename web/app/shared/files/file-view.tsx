import { notifications } from "@mantine/notifications";
import { IconPaperclip } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { FileAttachment } from "../../../../contract/file.js";
import { saveFile, tellSize } from "../../../chat/save-file.js";
import { exchangeTexts } from "../../../texts/exchange/index.js";
import { useDesk, useTexts } from "../desk.js";
import classes from "./files.module.css";

/** A file: an image small, anything else by its name; pressed, it is saved. */
export function FileView({ file }: { file: FileAttachment }) {
  const t = useTexts(exchangeTexts);
  const { files } = useDesk();
  const picture = usePicture(file);
  const save = async (): Promise<void> => {
    try {
      saveFile(await files.read(file.fileId), file.name);
    } catch {
      notifications.show({
        color: "red",
        message: t("file.lost"),
        closeButtonProps: { "aria-label": t("close") },
      });
    }
  };
  return (
    <button
      type="button"
      className={classes.file}
      data-picture={picture !== undefined || undefined}
      aria-label={picture ? t("file.save", { name: file.name }) : undefined}
      title={t("file.save", { name: file.name })}
      onClick={() => void save()}
    >
      {picture ? (
        <img src={picture} alt="" />
      ) : (
        <>
          <IconPaperclip size={16} aria-hidden style={{ flex: "none" }} />
          <span>{file.name}</span>
          <small>{tellSize(file.size)}</small>
        </>
      )}
    </button>
  );
}

export function FileList({ files }: { files: readonly FileAttachment[] | undefined }) {
  if (!files || files.length === 0) return null;
  return (
    <div className={classes.files}>
      {files.map((file) => (
        <FileView key={file.fileId} file={file} />
      ))}
    </div>
  );
}

/** What the browser draws of it, once it is here. */
function usePicture({ fileId, type }: FileAttachment): string | undefined {
  const { files } = useDesk();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    if (!/^image\/(?:png|jpeg|gif|webp)$/.test(type)) return;
    let made: string | undefined;
    let current = true;
    files.read(fileId).then(
      (blob) => {
        if (!current) return;
        made = URL.createObjectURL(blob);
        setPicture(made);
      },
      () => undefined,
    );
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [files, fileId, type]);
  return picture;
}
