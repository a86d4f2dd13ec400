import { ActionIcon } from "@mantine/core";
import { IconFolders } from "@tabler/icons-react";
import { Link } from "wouter";
import { useRecordsTexts } from "../../records/use-records-texts.js";

/** The way to the lists of chat requests and interactions. */
export function RecordsLink() {
  const t = useRecordsTexts();
  return (
    <ActionIcon
      component={Link}
      href="/agent/records/mine"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t("title")}
      title={t("title")}
    >
      <IconFolders size={20} />
    </ActionIcon>
  );
}
