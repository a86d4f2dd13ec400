import { ActionIcon, Button, FileButton, Progress, Text } from "@mantine/core";
import { IconPaperclip, IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import type { UploadItem, Uploads } from "../../../chat/index.js";
import { exchangeTexts } from "../../../texts/exchange/index.js";
import { useTexts } from "../desk.js";
import classes from "./files.module.css";

export function useUploads(uploads: Uploads): readonly UploadItem[] {
  return useSyncExternalStore(uploads.subscribe, uploads.getSnapshot);
}

/** The button that asks for files. */
export function AttachButton({ uploads }: { uploads: Uploads }) {
  const t = useTexts(exchangeTexts);
  return (
    <FileButton multiple onChange={(files) => uploads.add(files)}>
      {(props) => (
        <ActionIcon
          {...props}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t("file.attach")}
          title={t("file.attach")}
        >
          <IconPaperclip size={18} />
        </ActionIcon>
      )}
    </FileButton>
  );
}

/** The files that will go with the next message, with their progress. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useTexts(exchangeTexts);
  const items = useUploads(uploads);
  if (items.length === 0) return null;
  return (
    <ul className={classes.uploads} aria-label={t("file.list")}>
      {items.map((item) => (
        <li key={item.key} className={classes.upload}>
          {item.preview ? <img src={item.preview} alt="" /> : <IconPaperclip size={18} aria-hidden />}
          <div>
            {item.name}
            <State item={item} onRetry={() => uploads.retry(item.key)} />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("file.remove", { name: item.name })}
            onClick={() => uploads.cancel(item.key)}
          >
            <IconX size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function State({ item, onRetry }: { item: UploadItem; onRetry: () => void }) {
  const t = useTexts(exchangeTexts);
  if (item.state === "uploading") {
    return (
      <Progress
        value={item.progress * 100}
        size="xs"
        mt={4}
        aria-label={t("file.progress", { name: item.name })}
      />
    );
  }
  if (item.state === "ready") return null;
  return (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {item.message ?? t("file.failed")}{" "}
      {!item.message && (
        <Button size="compact-xs" variant="subtle" onClick={onRetry}>
          {t("file.retry")}
        </Button>
      )}
    </Text>
  );
}
