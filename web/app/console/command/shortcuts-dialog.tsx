import { Group, Kbd, Modal, Table } from "@mantine/core";
import { useConsoleTexts } from "../console-context.js";
import { shortcuts } from "./use-shortcuts.js";

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useConsoleTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("shortcut.title")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <Table variant="vertical" layout="auto">
        <Table.Tbody>
          {shortcuts.map(({ keys, key }) => (
            <Table.Tr key={key}>
              <Table.Th w={160}>
                <Group gap={4} wrap="nowrap">
                  {keys.map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </Group>
              </Table.Th>
              <Table.Td>{t(key)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
