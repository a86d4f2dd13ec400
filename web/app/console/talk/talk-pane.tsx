import { Button, EmptyState, VisuallyHidden } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useConsult, useDirectContact } from "../colleagues/colleagues-context.js";
import { ConsultWindow } from "../colleagues/consult-window.js";
import { DirectWindow } from "../colleagues/direct-window.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import layout from "../layout/layout.module.css";
import { listWaiting, mayAccept } from "../state/console-state.js";
import { useOutcome } from "../use-outcome.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message-list.js";
import { TalkHead } from "./talk-head.js";
import { TalkTabs } from "./talk-tabs.js";

/** The middle pane: the open talks as tabs, and the one that is shown. */
export function TalkPane({ component: Frame }: { component: "main" | "section" }) {
  const activeId = useConsoleState((state) => state.activeId);
  return (
    <Frame id={Frame === "main" ? "content" : undefined} className={layout.pane}>
      {Frame === "main" && <ConsoleTitle />}
      <TalkTabs />
      {activeId ? <ActiveTalk key={activeId} conversationId={activeId} /> : <NoTalk />}
    </Frame>
  );
}

/** A requester's talk, a consult, or a direct talk with a colleague. */
function ActiveTalk({ conversationId }: { conversationId: string }) {
  const consult = useConsult(conversationId);
  const contact = useDirectContact(conversationId);
  if (consult) return <ConsultWindow consult={consult} />;
  if (contact) return <DirectWindow contact={contact} conversationId={conversationId} />;
  return (
    <>
      <TalkHead conversationId={conversationId} />
      <MessageList conversationId={conversationId} />
      <Composer conversationId={conversationId} />
    </>
  );
}

/** The page's heading, for those who find their way by headings. */
export function ConsoleTitle() {
  const t = useConsoleTexts();
  return <VisuallyHidden component="h1">{t("title")}</VisuallyHidden>;
}

function NoTalk() {
  const t = useConsoleTexts();
  const { accept } = useConsole();
  const tell = useOutcome();
  const oldest = useConsoleState((state) => listWaiting(state).find((one) => mayAccept(state, one)));
  const busy = useConsoleState((state) => oldest !== undefined && state.accepting.has(oldest.id));
  return (
    <EmptyState
      m="auto"
      p="xl"
      maw={420}
      variant="light"
      icon={<IconMessages />}
      title={t("talk.none")}
      description={t(oldest ? "talk.none-hint" : "talk.none-quiet")}
    >
      {oldest && (
        <EmptyState.Actions>
          <Button loading={busy} onClick={async () => tell(await accept(oldest.id))}>
            {t("talk.accept-first", { name: oldest.requester.name })}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
