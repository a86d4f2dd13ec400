import type { RefObject } from "preact";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { inLook } from "./look-text.js";

export interface LauncherProps {
  readonly open: boolean;
  readonly unread: number;
  readonly waiting: boolean;
  readonly photoUrl: string | undefined;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onToggle: () => void;
}

/** "Talk" at the bottom of the page (S2-12), with what is unread, dots while waiting, the attendant's picture (S1-27). */
export function Launcher({ open, unread, waiting, photoUrl, buttonRef, onToggle }: LauncherProps) {
  const { t, look, locale } = useScope();
  const talk = inLook(look.button, locale) ?? t("launcher.open");
  const label = open ? t("launcher.hide") : unread > 0 ? t.count("launcher.unread", unread) : talk;
  return (
    <button
      ref={buttonRef}
      type="button"
      class={open ? "launcher launcher-open" : "launcher"}
      aria-expanded={open}
      aria-label={label}
      onClick={onToggle}
    >
      <Picture open={open} photoUrl={photoUrl} />
      {!open && (waiting ? <Dots /> : <span>{talk}</span>)}
      {!open && unread > 0 && (
        <span class="badge" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </button>
  );
}

function Picture({ open, photoUrl }: { open: boolean; photoUrl: string | undefined }) {
  if (open) return <Icon name="down" size={24} />;
  return photoUrl ? <img src={photoUrl} alt="" /> : <Icon name="talk" size={22} />;
}

function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
