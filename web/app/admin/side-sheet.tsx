import { Drawer, Group, type MantineSize } from "@mantine/core";
import type { ReactNode } from "react";
import { adminTexts } from "../../texts/admin/index.js";
import { useTexts } from "../shared/desk.js";

interface SideSheetProps {
  readonly title: string;
  readonly size?: MantineSize;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the page. Its head is no landmark: the page has its banner already. */
export function SideSheet({ title, size = "md", onClose, children }: SideSheetProps) {
  const t = useTexts(adminTexts);
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body pt="md">
          <Group justify="space-between" wrap="nowrap" mb="md">
            <Drawer.Title fw={600}>{title}</Drawer.Title>
            <Drawer.CloseButton aria-label={t("close")} />
          </Group>
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
