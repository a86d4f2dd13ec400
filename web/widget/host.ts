import { textColorOn } from "../../contract/contrast.js";
import type { WidgetLook } from "../../contract/widget.js";
import { styles } from "./styles/index.js";

export interface WidgetHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  wear(look: WidgetLook): void;
}

/** The element behind whose shadow root the widget lives: no style and no name leaks in or out. */
export function createHost(): WidgetHost {
  const element = document.createElement("deskhand-widget");
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [toStyleSheet(styles)];
  return { element, root, wear: (look) => wear(element, look) };
}

function wear({ style, dataset }: HTMLElement, { accent, position, offset }: WidgetLook): void {
  dataset.position = position;
  style.setProperty("--deskhand-side", `${offset.side}px`);
  style.setProperty("--deskhand-bottom", `${offset.bottom}px`);
  if (!accent) return;
  style.setProperty("--deskhand-accent", accent);
  // Another way to write a colour is the page's own; white has to be readable on it.
  if (/^#[0-9a-f]{6}$/i.test(accent)) style.setProperty("--deskhand-on-accent", textColorOn(accent));
}

function toStyleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
