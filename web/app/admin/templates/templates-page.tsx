import { Alert, Grid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMailOff } from "@tabler/icons-react";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { MailLog } from "./mail-log.js";
import { MailboxPart } from "./mailbox-part.js";
import { TemplateEditor } from "./template-editor.js";
import { TemplateList } from "./template-list.js";
import { useMailTexts } from "./use-mail-texts.js";

/** `/admin/templates`: the e-mails the desk sends, how they will look, and what became of them. */
export function TemplatesPage({ id }: { id: string | undefined }) {
  const t = useMailTexts();
  const product = useTexts(appTexts)("product.name");
  const { api } = useDesk();
  const [, navigate] = useLocation();
  const [templates, reload] = useLoaded(useCallback(() => api.readTemplates(), [api]));
  const [mails, reloadMails] = useLoaded(useCallback(() => api.readMails(), [api]));
  const [mailbox, reloadMailbox] = useLoaded(useCallback(() => api.readMailbox(), [api]));
  useDocumentTitle(`${product} · ${t("title")}`);

  if (templates.status === "loading") return <Skeleton h={420} radius="lg" aria-hidden />;
  if (templates.status === "failed") {
    return <LoadFailed message={templates.error.message} onRetry={reload} />;
  }
  const { items, canSend } = templates.value;
  const shown = id === "new" ? undefined : (items.find((item) => item.id === id) ?? items[0]);
  const show = (next: string): void => {
    reload();
    navigate(next ? `/admin/templates/${next}` : "/admin/templates");
  };

  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h3">
          {t("title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("hint")}
        </Text>
      </div>
      {!canSend && (
        <Alert color="gray" icon={<IconMailOff />} title={t("no-server")}>
          {t("no-server.text")}
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <TemplateList items={items} shownId={shown?.id} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <TemplateEditor
            key={shown ? `${shown.id} ${shown.updatedAt}` : "new"}
            template={shown}
            onSaved={show}
            onTried={reloadMails}
          />
        </Grid.Col>
      </Grid>
      <MailLog mails={mails} onReload={reloadMails} />
      <MailboxPart mailbox={mailbox} onReload={reloadMailbox} />
    </Stack>
  );
}
