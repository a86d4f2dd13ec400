import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import type { Conversation } from "../../../../contract/conversation.js";
import { fillReply } from "../../replies/fill-reply.js";
import { useDesk, useMe } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTeamTexts } from "./team-context.js";
import { findTrigger, replaceTrigger } from "./trigger.js";
import { type Picking, type PickOption, usePicking } from "./use-picking.js";

const shownMax = 8;
const searchPauseMs = 200;

interface ReplyPickingOptions {
  readonly conversation: Conversation | undefined;
  readonly draft: string;
  readonly caret: number;
  readonly write: (draft: string) => void;
  /** An article goes with the next message as a card. */
  readonly attach: (article: { readonly id: string; readonly title: string }) => void;
}

export interface ReplyPicking extends Picking {
  readonly label: string;
  readonly none: string;
}

/** `/` finds canned replies, `??` articles; what is taken stands in the field and is edited before it is sent. */
export function useReplyPicking(options: ReplyPickingOptions): ReplyPicking {
  const { conversation, draft, caret, write, attach } = options;
  const t = useTeamTexts();
  const me = useMe();
  const reply = findTrigger(draft, caret, "/");
  const article = reply ? undefined : findTrigger(draft, caret, "??");
  const trigger = reply ?? article;
  const replies = useReplyOptions(reply?.query);
  const articles = useArticleOptions(article?.query, conversation?.locale);
  const picking = usePicking(reply ? replies.options : articles, trigger, (option) => {
    if (!trigger || !conversation) return;
    const chosen = reply ? replies.byId.get(option.id) : undefined;
    const words = chosen
      ? fillReply(chosen, {
          requesterName: conversation.requester.name,
          agentName: me.name,
          ticketNumber: conversation.ticketNumber,
          locale: conversation.locale,
          now: Date.now(),
        })
      : "";
    write(replaceTrigger(draft, trigger, words));
    if (!chosen) attach({ id: option.id, title: option.title });
  });
  return {
    ...picking,
    label: t(reply ? "replies.pick" : "articles.pick"),
    none: t(reply ? "replies.none" : article?.query.trim() ? "articles.none" : "articles.type"),
  };
}

function useReplyOptions(query: string | undefined) {
  const { api } = useDesk();
  const asked = query !== undefined;
  // Read when it is first asked for, and anew each time: admins change replies while agents work.
  const load = useCallback(async () => (asked ? (await api.team.readReplies()).items : []), [api, asked]);
  const [loaded] = useLoaded(load);
  return useMemo(() => {
    const all = loaded.status === "ready" ? loaded.value : [];
    const words = query?.toLowerCase() ?? "";
    const rank = (shortcut: string) => (shortcut.startsWith(words) ? 0 : 1);
    const fitting = all
      .filter(({ shortcut, title }) => `${shortcut} ${title.toLowerCase()}`.includes(words))
      .sort((one, other) => rank(one.shortcut) - rank(other.shortcut))
      .slice(0, shownMax);
    const options = fitting.map(({ id, shortcut, title, texts }) => ({
      id,
      title: `/${shortcut} · ${title}`,
      hint: texts.en || texts.es || texts.pt,
    }));
    return { options, byId: new Map(fitting.map((one) => [one.id, one])) };
  }, [loaded, query]);
}

function useArticleOptions(
  query: string | undefined,
  language: Conversation["locale"] | undefined,
): PickOption[] {
  const { api } = useDesk();
  const [words] = useDebouncedValue(query?.trim() ?? "", searchPauseMs);
  const load = useCallback(async () => {
    if (words === "") return [];
    const found = await api.findArticles({
      q: words,
      limit: String(shownMax),
      ...(language ? { language } : {}),
    });
    return found.items.map(({ id, title, folder }) => ({ id, title, hint: folder }));
  }, [api, words, language]);
  const [loaded] = useLoaded(load);
  return query !== undefined && loaded.status === "ready" ? loaded.value : [];
}
