import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { IconFolderCog, IconPlus } from "@tabler/icons-react";
import { Link } from "wouter";
import { appTexts } from "../../../texts/app.js";
import { useMe, useTexts } from "../../shared/desk.js";
import { ArticleList } from "./article-list.js";
import { EditorPage } from "./editor-page.js";
import { FoldersDialog } from "./folders-dialog.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

/** `/admin/knowledge`: all articles, or with an id one of them to be edited. */
export function KnowledgePage({ id }: { id: string | undefined }) {
  const t = useKnowledgeTexts();
  const app = useTexts(appTexts);
  const { role } = useMe();
  const [opened, { open, close }] = useDisclosure(false);
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  if (id !== undefined) return <EditorPage key={id} id={id === "new" ? undefined : id} />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("hint")}
          </Text>
        </div>
        <Group gap="xs">
          {role === "admin" && (
            <Button variant="default" leftSection={<IconFolderCog size={16} />} onClick={open}>
              {t("folders")}
            </Button>
          )}
          <Button component={Link} href="/admin/knowledge/new" leftSection={<IconPlus size={16} />}>
            {t("new")}
          </Button>
        </Group>
      </Group>
      <ArticleList />
      {opened && <FoldersDialog onClose={close} />}
    </Stack>
  );
}
