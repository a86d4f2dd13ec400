import type { Conversation } from "../../contract/conversation.js";
import type { Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { inLook } from "./look-text.js";
import { useReadable } from "./use-readable.js";

/** Whom the requester talks to: the assistant, the queue with the place in it, or an attendant by name and picture. */
export function Who({ conversation }: { conversation: Conversation | undefined }) {
  const { t, chat, look, locale } = useScope();
  const isHere = useReadable(chat).connection.status === "online";
  const together = isHere && conversation?.owner.kind === "agent" && conversation.online.agent;
  const kind = conversation?.owner.kind ?? "assistant";
  return (
    <div class="who">
      <Face conversation={conversation} />
      <div class="who-text">
        <strong>{(kind === "assistant" && inLook(look.title, locale)) || nameOf(t, conversation)}</strong>
        <span class="who-hint">
          {(kind === "queue" || kind === "agent") && <Ball filled={together} />}
          {(kind === "assistant" && inLook(look.greeting, locale)) ||
            hintOf(t, conversation, together ? "who.agent.online" : "who.agent.away")}
        </span>
      </div>
    </div>
  );
}

function Face({ conversation }: { conversation: Conversation | undefined }) {
  const { look, url } = useScope();
  const owner = conversation?.owner;
  if (look.logoUrl && owner?.kind !== "agent" && owner?.kind !== "queue") {
    return <img class="logo" src={new URL(look.logoUrl, url).href} alt="" />;
  }
  if (owner?.kind !== "agent") {
    return (
      <span class="face">
        <Icon name={owner?.kind === "queue" ? "clock" : "robot"} size={22} />
      </span>
    );
  }
  const photoUrl = conversation?.attendance?.agent?.photoUrl;
  if (photoUrl) return <img class="face" src={new URL(photoUrl, url).href} alt="" />;
  return <span class="face">{toInitials(owner.name ?? "")}</span>;
}

/** Filled while both sides are here, hollow while one is missing (S2-17). */
function Ball({ filled = false }: { filled?: boolean | undefined }) {
  return <i class={filled ? "ball ball-filled" : "ball"} data-ball={filled ? "filled" : "hollow"} />;
}

function nameOf(t: Translate<WidgetKey>, conversation: Conversation | undefined): string {
  const owner = conversation?.owner;
  if (owner?.kind === "agent") return owner.name ?? t("notice.somebody");
  if (owner?.kind === "queue") return t("who.queue");
  return owner?.kind === "none" ? t("who.none") : t("who.assistant");
}

function hintOf(
  t: Translate<WidgetKey>,
  conversation: Conversation | undefined,
  presence: WidgetKey & `who.agent.${string}`,
): string {
  const kind = conversation?.owner.kind;
  if (kind === "agent") return t(presence);
  if (kind === "queue") return tellPlace(t, conversation?.attendance?.position) ?? t("who.agent.away");
  return t(kind === "none" ? "who.none.hint" : "who.assistant.hint");
}

export function tellPlace(t: Translate<WidgetKey>, position: number | undefined): string | undefined {
  if (position === undefined) return undefined;
  return position === 0 ? t("wait.next") : t.count("wait.before", position);
}

function toInitials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}
