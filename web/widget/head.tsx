import type { Conversation } from "../../contract/conversation.js";
import { languages } from "../texts/index.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { parseLocale } from "./options.js";
import { Who } from "./who.js";

export interface HeadProps {
  readonly conversation: Conversation | undefined;
  readonly title?: string | undefined;
  readonly onEnd?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly onHome?: (() => void) | undefined;
}

/** The grey arrow ends the talk, the × only hides it (S0-21). */
export function Head({ conversation, title, onEnd, onBack, onHome }: HeadProps) {
  const { t, hide, locale, setLocale, look } = useScope();
  const offered = languages.filter((language) => look.languages.includes(language.locale));
  const leave = onBack ?? onEnd;
  const leaveLabel = t(onBack ? "panel.back" : "panel.end");
  return (
    <div class="head">
      {leave && (
        <button
          type="button"
          class="icon-button arrow"
          aria-label={leaveLabel}
          title={leaveLabel}
          onClick={leave}
        >
          <Icon name="back" />
        </button>
      )}
      {title ? <strong class="title">{title}</strong> : <Who conversation={conversation} />}
      {onHome && (
        <button
          type="button"
          class="icon-button"
          aria-label={t("panel.home")}
          title={t("panel.home")}
          onClick={onHome}
        >
          <Icon name="catalog" />
        </button>
      )}
      {offered.length > 1 && (
        <label class="language" title={t("panel.language")}>
          <span aria-hidden="true">{locale.toUpperCase()}</span>
          <select
            aria-label={t("panel.language")}
            value={locale}
            onChange={({ currentTarget }) => setLocale(parseLocale(currentTarget.value) ?? locale)}
          >
            {offered.map((language) => (
              <option key={language.locale} value={language.locale}>
                {language.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t("panel.hide")}
        title={t("panel.hide")}
        onClick={hide}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
