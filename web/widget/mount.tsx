import { render } from "preact";
import { type Locale, languages } from "../texts/index.js";
import type { OpenOptions } from "./api.js";
import { translateFor } from "./context.js";
import { createDeskChat } from "./desk-chat.js";
import type { WidgetOptions } from "./options.js";
import { styles } from "./styles/index.js";
import { Widget } from "./widget.js";
import { createWidgetFace } from "./widget-face.js";

export interface MountedWidget {
  open(options?: OpenOptions): void;
  close(): void;
  update(options: Pick<WidgetOptions, "locale" | "theme">): void;
  destroy(): void;
}

/** Puts the widget at the end of the page, behind a shadow root: no style and no name leaks in or out. */
export function mountWidget(options: WidgetOptions): MountedWidget {
  const url = options.url ?? location.origin;
  const chat = createDeskChat({
    url,
    token: options.token,
    isOwnPage: new URL(url, location.href).origin === location.origin,
    readLocale: () => face.getSnapshot().locale,
  });
  const face = createWidgetFace(options, { onShow: chat.open, onLocale: tellLocale });
  function tellLocale(locale: Locale): void {
    const name = languages.find((language) => language.locale === locale)?.name;
    if (name && face.getSnapshot().open) chat.tellLocale(locale, name);
  }
  const host = document.createElement("deskhand-widget");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [toStyleSheet(styles)];
  if (options.accent) host.style.setProperty("--deskhand-accent", options.accent);
  document.body.append(host);

  // The page may show the article itself; a link to the knowledge page is the way where it does not.
  const view = (name: string, detail: object): boolean => {
    const wish = new CustomEvent(name, { detail, cancelable: true });
    const taken = !window.dispatchEvent(wish);
    if (taken && window.matchMedia("(max-width: 480px)").matches) face.hide();
    return taken;
  };
  const viewArticle = (articleId: string) => view("deskhand:view-article", { articleId });
  const viewTicket = (ticketNumber: string) => view("deskhand:view-ticket", { ticketNumber });
  render(
    <Widget chat={chat} face={face} url={url} viewArticle={viewArticle} viewTicket={viewTicket} />,
    root,
  );

  chat.recall();
  if (options.open) face.show();
  return {
    open({ draft, resume } = {}) {
      face.show();
      if (draft) putDraft(chat, draft);
      if (resume) void chat.resume(resume, translateFor(face.getSnapshot().locale));
    },
    close: face.hide,
    update({ locale, theme }) {
      if (locale) face.setLocale(locale);
      if (theme) face.setTheme(theme);
    },
    destroy() {
      render(null, root);
      chat.stop();
      host.remove();
    },
  };
}

/** Waits for the talk if it is not open yet; words already in the composer stay. */
function putDraft(chat: ReturnType<typeof createDeskChat>, draft: string): void {
  const put = (): boolean => {
    const { stage, talk } = chat.getSnapshot();
    if (stage !== "talking" || !talk) return false;
    if (talk.getSnapshot().draft.trim() === "") talk.setDraft(draft);
    return true;
  };
  if (put()) return;
  const leave = chat.subscribe(() => {
    if (put()) leave();
  });
}

function toStyleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
