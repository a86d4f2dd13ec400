import type { WidgetOptions } from "./options.js";

export interface OpenOptions {
  /** Put into an empty composer, ready to be finished and sent. */
  readonly draft?: string;
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
  destroy(): void;
}

declare global {
  interface Window {
    Deskhand?: DeskhandApi;
  }
}
