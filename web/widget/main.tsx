import { addresses } from "virtual:widget-texts";
import type { DeskhandApi } from "./api.js";
import { chooseLocale } from "./choose-locale.js";
import { loadLook } from "./desk-look.js";
import { type MountedWidget, mountWidget } from "./mount.js";
import { readOptions, type WidgetOptions } from "./options.js";
import { createWords } from "./words.js";

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
start(script);

/** `data-manual` on the script tag leaves the start to the page's own `Deskhand.init`. */
function start(tag: HTMLScriptElement | null): void {
  const fromTag = readOptions(tag);
  const api = createApi(fromTag);
  window.Deskhand = api;
  if (tag?.dataset.manual !== undefined) return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => api.init());
  else api.init();
}

function createApi(fromTag: WidgetOptions): DeskhandApi {
  let widget: Promise<MountedWidget | undefined> = Promise.resolve(undefined);
  /** Of the present widget; one that is destroyed while it loads is never shown. */
  let round = 0;
  const destroy = (): void => {
    round += 1;
    void widget.then((mounted) => mounted?.destroy());
    widget = Promise.resolve(undefined);
  };
  const mount = async (options: WidgetOptions, mine: number): Promise<MountedWidget | undefined> => {
    const url = options.url ?? location.origin;
    const words = createWords({ url, addresses });
    // On the way while the desk says which languages it offers; nearly always the one that is shown then.
    void words.load(chooseLocale(options.locale));
    const deskLook = await loadLook(url);
    const t = await words.insist(chooseLocale(options.locale, deskLook.languages), () => mine === round);
    return t && mine === round ? mountWidget(options, { deskLook, words, t }) : undefined;
  };
  const tell = async (what: (mounted: MountedWidget) => unknown): Promise<void> => {
    const mounted = await widget;
    if (mounted) await what(mounted);
  };
  return {
    init(options = {}) {
      destroy();
      widget = mount({ ...fromTag, ...options }, round);
    },
    open: (options) => void tell((mounted) => mounted.open(options)),
    close: () => void tell((mounted) => mounted.close()),
    update: (options) => void tell((mounted) => mounted.update(options)),
    identify: (identity) => tell((mounted) => mounted.identify(identity)),
    logOut: () => tell((mounted) => mounted.logOut()),
    destroy,
  };
}
