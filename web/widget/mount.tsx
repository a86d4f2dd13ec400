import { render } from "preact";
import type { ActionValue } from "../../contract/action.js";
import type { WidgetLook } from "../../contract/widget.js";
import { type Locale, languages, type Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import type { OpenOptions } from "./api.js";
import { createDeskChat } from "./desk-chat.js";
import { createHost } from "./host.js";
import type { WidgetOptions } from "./options.js";
import { Widget } from "./widget.js";
import { createWidgetFace } from "./widget-face.js";
import type { Words } from "./words.js";

export interface MountedWidget {
  open(options?: OpenOptions): void;
  close(): void;
  update(options: Pick<WidgetOptions, "locale" | "theme">): void;
  identify(identity: unknown): Promise<void>;
  logOut(): Promise<void>;
  destroy(): void;
}

export interface MountParts {
  readonly deskLook: WidgetLook;
  readonly words: Words;
  /** Those to begin with. */
  readonly t: Translate<WidgetKey>;
}

/** Puts the widget at the end of the page, as the desk and, before it, the page wish it to look. */
export function mountWidget(options: WidgetOptions, { deskLook, words, t }: MountParts): MountedWidget {
  const look = toLook(deskLook, options);
  const url = options.url ?? location.origin;
  const chat = createDeskChat({
    url,
    token: options.token,
    isOwnPage: new URL(url, location.href).origin === location.origin,
    admitsGuests: look.guest !== undefined,
    readLocale: () => face.getSnapshot().t.locale,
  });
  const face = createWidgetFace({ ...options, t, words, onShow: chat.open, onLocale: tellLocale });
  function tellLocale(locale: Locale): void {
    const name = languages.find((language) => language.locale === locale)?.name;
    if (name && face.getSnapshot().open) chat.tellLocale(locale, name);
  }
  const host = createHost();
  host.wear(look);
  document.body.append(host.element);

  // The page may show the article itself; a link to the knowledge page is the way where it does not.
  const view = (name: string, detail: object): boolean => {
    const wish = new CustomEvent(name, { detail, cancelable: true });
    const taken = !window.dispatchEvent(wish);
    if (taken && window.matchMedia("(max-width: 480px)").matches) face.hide();
    return taken;
  };
  const views = {
    viewArticle: (articleId: string) => view("deskhand:view-article", { articleId }),
    viewTicket: (ticketNumber: string) => view("deskhand:view-ticket", { ticketNumber }),
  };
  let about: string | undefined;
  const takeAbout = (): ActionValue | undefined => {
    const articleId = about;
    about = undefined;
    return articleId === undefined ? undefined : { kind: "ask-about", articleId };
  };
  render(<Widget {...{ chat, face, url, look, takeAbout }} {...views} />, host.root);

  if (options.identity) void chat.identify(options.identity);
  chat.recall();
  if (startsOpened(options, look)) face.show();
  return {
    open({ draft, articleId, resume } = {}) {
      face.show();
      about = articleId;
      if (draft) putDraft(chat, draft);
      if (resume) void chat.resume(resume, face.getSnapshot().t);
    },
    close: face.hide,
    update({ locale, theme }) {
      if (locale) void face.setLocale(locale);
      if (theme) face.setTheme(theme);
    },
    identify: chat.identify,
    async logOut() {
      face.hide();
      await chat.logOut();
    },
    destroy() {
      render(null, host.root);
      chat.stop();
      host.element.remove();
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

function toLook(look: WidgetLook, { accent, position }: WidgetOptions): WidgetLook {
  return { ...look, ...(accent ? { accent } : {}), ...(position ? { position } : {}) };
}

/** The page says it first; small screens are never covered by something nobody asked for. */
function startsOpened({ open, token, identity }: WidgetOptions, look: WidgetLook): boolean {
  if (open !== undefined) return open;
  const isKnown = token !== undefined || identity !== undefined;
  const wished = look.startsOpened || (!isKnown && look.guest?.startsOpened === true);
  return wished && !window.matchMedia("(max-width: 480px)").matches;
}
