import { Button, EmptyState } from "@mantine/core";
import { IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "./desk.js";

/** The error state of a list or a card: what happened, and a way to try again. */
export function LoadFailed({ message, onRetry }: { message?: string | undefined; onRetry: () => void }) {
  const t = useTexts(appTexts);
  return (
    <EmptyState role="alert" size="sm" icon={<IconCloudOff />} title={t("state.error")} description={message}>
      <EmptyState.Actions>
        <Button variant="light" size="xs" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
          {t("state.retry")}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
