import { Alert, Button, Group, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";

export interface KeptDrawerProps {
  readonly title: string;
  /** In the message that it was saved. */
  readonly name: string;
  readonly isReady: boolean;
  readonly save: () => Promise<unknown>;
  /** Left out for a new one. */
  readonly remove?: (() => Promise<void>) | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  readonly children: ReactNode;
}

/** The frame of a drawer that makes, changes or removes one thing. */
export function KeptDrawer(props: KeptDrawerProps) {
  const { title, name, isReady, save, remove, onClose, onSaved, children } = props;
  const t = useTexts(adminTexts);
  const tell = useTell();
  const [refusal, setRefusal] = useState<string>();
  const [isSure, setSure] = useState(false);
  const run = async (work: Promise<unknown>, message: string): Promise<void> => {
    try {
      await work;
      tell.done(message);
      onSaved();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSure(false);
    }
  };
  return (
    <SideSheet title={title} size="lg" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(save(), t("saved", { name }));
        }}
      >
        <Stack>
          {children}
          {refusal && (
            <Alert role="alert" color="red">
              {refusal}
            </Alert>
          )}
          <Group justify="space-between">
            <Button type="submit" disabled={!isReady}>
              {t("save")}
            </Button>
            {remove && (
              <Button
                variant={isSure ? "filled" : "default"}
                color="red.9"
                onClick={() => (isSure ? void run(remove(), t("removed", { name })) : setSure(true))}
              >
                {t(isSure ? "remove.really" : "remove")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </SideSheet>
  );
}
