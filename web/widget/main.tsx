import type { DeskhandApi } from "./api.js";
import { type MountedWidget, mountWidget } from "./mount.js";
import { readOptions, type WidgetOptions } from "./options.js";

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
  let widget: MountedWidget | undefined;
  const destroy = (): void => {
    widget?.destroy();
    widget = undefined;
  };
  return {
    init(options = {}) {
      destroy();
      widget = mountWidget({ ...fromTag, ...options });
    },
    open: (options) => widget?.open(options),
    close: () => widget?.close(),
    update: (options) => widget?.update(options),
    destroy,
  };
}
