import { type Config, createWidgetDesk, type Seal, type WidgetDesk } from "../config/index.js";
import type { InitialAction, Locale, Mode, Principal } from "../contract/index.js";
import type { Bell, Store } from "../store/index.js";

export interface WidgetParts {
  readonly widget: WidgetDesk;
  /** What is left of a mode for this person: guests reach the assistant alone unless an admin lets them further (S2-X1). */
  limit(mode: Mode, person: Pick<Principal, "guest">): Mode;
}

export function createWidget(options: {
  readonly config: Config;
  readonly store: Store;
  readonly seal: Seal;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
  readonly endGuests: () => Promise<void>;
}): WidgetParts {
  const { config, ...rest } = options;
  const widget = createWidgetDesk({ ...rest, environmentOrigins: config.server.allowedOrigins });
  return {
    widget,
    limit: (mode, person) => {
      if (!person.guest || widget.settings().guest.reachesPeople) return mode;
      return mode === "off" ? "off" : "automatic";
    },
  };
}

/** A guest's token counts only while guests are admitted, whatever its session says. */
export function admitGuests(
  authenticate: (token: string) => Promise<Principal | undefined>,
  widget: Pick<WidgetDesk, "settings">,
): (token: string) => Promise<Principal | undefined> {
  return async (token) => {
    const person = await authenticate(token);
    return person?.guest && !widget.settings().guest.enabled ? undefined : person;
  };
}

/** The words an admin has chosen for the assistant's greeting, if any. */
export function welcomeOf(
  widget: Pick<WidgetDesk, "settings">,
  person: Pick<Principal, "guest">,
  locale: Locale,
): string | undefined {
  const { welcome, guest } = widget.settings();
  const texts = person.guest ? { ...filled(welcome), ...filled(guest.welcome) } : filled(welcome);
  return texts[locale];
}

/** What the assistant does by itself when a talk begins. */
export function initialActionOf(
  widget: Pick<WidgetDesk, "settings">,
  person: Pick<Principal, "guest">,
): InitialAction {
  const { initialAction, guest } = widget.settings();
  return person.guest ? guest.initialAction : initialAction;
}

function filled(
  texts: Readonly<Partial<Record<Locale, string | undefined>>>,
): Partial<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== ""));
}
