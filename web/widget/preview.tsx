import { render } from "preact";
import type { PreviewLook } from "../../contract/widget.js";
import { createTranslate, type Locale } from "../texts/index.js";
import { widgetTexts } from "../texts/widget/index.js";
import type { PreviewWidget } from "./api.js";
import { ScopeContext, type WidgetScope } from "./context.js";
import { createDeskChat } from "./desk-chat.js";
import { Head } from "./head.js";
import { createHost } from "./host.js";
import { Launcher } from "./launcher.js";
import { inLook } from "./look-text.js";

/** The widget's own parts in an element of a page: an admin sees them change while typing. */
export const previewWidget: PreviewWidget = (element, look, locale) => {
  const host = createHost();
  // The element is the window here.
  host.element.style.setProperty("--deskhand-height", "100%");
  element.append(host.element);
  const chat = createDeskChat({ url: location.origin, isOwnPage: true, readLocale: () => locale });
  const show = (next: PreviewLook, shown: Locale): void => {
    host.wear(next);
    const scope = { ...scopeOf(next, shown), chat };
    render(<Preview scope={scope} welcome={inLook(next.welcome, shown)} />, host.root);
  };
  show(look, locale);
  return {
    show,
    destroy() {
      render(null, host.root);
      host.element.remove();
    },
  };
};

function scopeOf(look: PreviewLook, locale: Locale): Omit<WidgetScope, "chat"> {
  const nothing = (): void => undefined;
  return {
    look,
    locale,
    url: location.origin,
    t: createTranslate(widgetTexts, locale),
    setLocale: nothing,
    hide: nothing,
    open: true,
    viewArticle: () => true,
    viewTicket: () => true,
    takeAbout: () => undefined,
  };
}

function Preview({ scope, welcome }: { scope: WidgetScope; welcome: string | undefined }) {
  const { t, locale } = scope;
  return (
    <ScopeContext.Provider value={scope}>
      <div class="deskhand" data-theme="auto" lang={locale} dir="ltr">
        <section class="panel" aria-label={t("panel.label")}>
          <Head conversation={undefined} />
          <div class="scroller">
            <ol class="messages">
              <li class="row row-other row-first">
                <div class="bubble">{welcome ?? t("message.empty")}</div>
              </li>
              <li class="row row-own">
                <div class="bubble">{t("preview.words")}</div>
              </li>
            </ol>
          </div>
        </section>
        <Launcher
          open={false}
          unread={0}
          waiting={false}
          photoUrl={undefined}
          buttonRef={{ current: null }}
          onToggle={() => undefined}
        />
      </div>
    </ScopeContext.Provider>
  );
}
