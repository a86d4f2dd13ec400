import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ActionValue } from "../../contract/action.js";
import type { WidgetLook } from "../../contract/widget.js";
import type { Locale, Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import type { DeskChat } from "./desk-chat.js";

export interface WidgetScope {
  readonly chat: DeskChat;
  readonly t: Translate<WidgetKey>;
  readonly locale: Locale;
  /** Whether the panel is seen. */
  readonly open: boolean;
  /** Address of the desk, for links into its pages. */
  readonly url: string;
  readonly setLocale: (locale: Locale) => void;
  readonly look: WidgetLook;
  readonly hide: () => void;
  /** Asks the page to show an article or a ticket; false when it does not and a link has to. */
  readonly viewArticle: (articleId: string) => boolean;
  readonly viewTicket: (ticketNumber: string) => boolean;
  /** What the next message is about, told once. */
  readonly takeAbout: () => ActionValue | undefined;
}

export const ScopeContext = createContext<WidgetScope | undefined>(undefined);

export function useScope(): WidgetScope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("useScope needs a ScopeContext around it.");
  return scope;
}
