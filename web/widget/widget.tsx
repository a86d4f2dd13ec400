import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import { Announcer } from "./announcer.js";
import { ScopeContext, type WidgetScope } from "./context.js";
import type { DeskChat } from "./desk-chat.js";
import { Launcher } from "./launcher.js";
import { Panel } from "./panel.js";
import { useReadable } from "./use-readable.js";
import type { WidgetFace } from "./widget-face.js";

type Given = Pick<WidgetScope, "url" | "look" | "viewArticle" | "viewTicket" | "takeAbout">;

export interface WidgetProps extends Given {
  readonly chat: DeskChat;
  readonly face: WidgetFace;
}

/** The button and, when it is open, the panel. */
export function Widget({ chat, face, url, look, viewArticle, viewTicket, takeAbout }: WidgetProps) {
  const shown = useReadable(face);
  const { open, theme, launcher: button } = shown;
  const { locale } = shown.t;
  const { talk } = useReadable(chat);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  // Hiding keeps what was being filled in.
  const wasShown = useRef(open);
  if (open) wasShown.current = true;
  useEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const scope = useMemo<WidgetScope>(
    () => ({
      chat,
      open: shown.open,
      t: shown.t,
      locale: shown.t.locale,
      url,
      look,
      viewArticle,
      viewTicket,
      takeAbout,
      setLocale: (next) => void face.setLocale(next),
      hide: () => face.hide(),
    }),
    [chat, face, shown, url, look, viewArticle, viewTicket, takeAbout],
  );

  return (
    <ScopeContext.Provider value={scope}>
      <div class="deskhand" data-theme={theme} lang={locale} dir="ltr">
        {(open || wasShown.current) && <Panel />}
        {talk && <Announcer key={talk.conversationId} talk={talk} />}
        {button === "shown" && (
          <LiveLauncher url={url} talk={talk} open={open} face={face} buttonRef={launcher} />
        )}
      </div>
    </ScopeContext.Provider>
  );
}

interface LiveLauncherProps {
  readonly talk: Talk | undefined;
  readonly open: boolean;
  readonly face: WidgetFace;
  readonly url: string;
  readonly buttonRef: preact.RefObject<HTMLButtonElement | null>;
}

function LiveLauncher({ talk, open, face, url, buttonRef }: LiveLauncherProps) {
  const view = useReadable(talk ?? noTalk);
  const owner = view?.conversation?.owner.kind;
  const photoUrl = owner === "agent" ? view?.conversation?.attendance?.agent?.photoUrl : undefined;
  return (
    <Launcher
      open={open}
      unread={view?.unread ?? 0}
      waiting={owner === "queue"}
      photoUrl={photoUrl && new URL(photoUrl, url).href}
      buttonRef={buttonRef}
      onToggle={() => (open ? face.hide() : face.show())}
    />
  );
}

const noTalk = { getSnapshot: () => undefined, subscribe: () => () => {} };
