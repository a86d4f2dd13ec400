import type { PreviewLook } from "../../contract/widget.js";
import type { Locale } from "../texts/index.js";
import type { WidgetOptions } from "./options.js";

export interface WidgetPreview {
  show(look: PreviewLook, locale: Locale): void;
  destroy(): void;
}

/** Shows a widget in this element, with this look and without a desk behind it. */
export type PreviewWidget = (element: HTMLElement, look: PreviewLook, locale: Locale) => WidgetPreview;

export interface OpenOptions {
  /** Put into an empty composer, ready to be finished and sent. */
  readonly draft?: string;
  /** The article that the next message is about; the assistant and whoever takes over know it. */
  readonly articleId?: string;
  /** Number of a ticket whose attendance is to go on. */
  readonly resume?: string;
}

/** What a page finds as `window.Deskhand`. */
export interface DeskhandApi {
  /** Starts, or starts anew for another person. */
  init(options?: WidgetOptions): void;
  open(options?: OpenOptions): void;
  close(): void;
  update(options: Pick<WidgetOptions, "locale" | "theme">): void;
  /** Talks as whom the page's server has signed; anything unsigned is a guest. */
  identify(identity: string): Promise<void>;
  /** Ends the person's session; for the page's own log-out. */
  logOut(): Promise<void>;
  destroy(): void;
}

declare global {
  interface Window {
    Deskhand?: DeskhandApi;
  }
}
