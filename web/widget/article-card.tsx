import { useId, useState } from "preact/hooks";
import type { ArticleAttachment } from "../../contract/conversation.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { Markdown } from "./markdown/markdown.js";

interface ArticleCardProps {
  readonly attachment: ArticleAttachment;
  readonly opened: boolean;
  /** The reader is done with it: the list it was chosen from is wanted again. */
  readonly onClose: () => void;
}

/** The title opens the text in place, *view* goes to the knowledge page, *close* folds it again (S2-26 to S2-28). */
export function ArticleCard({ attachment, opened, onClose }: ArticleCardProps) {
  const { t, url, viewArticle } = useScope();
  const [open, setOpen] = useState(opened);
  const bodyId = useId();
  const href = `${url}/articles/${encodeURIComponent(attachment.articleId)}`;
  return (
    <article class="article">
      <button
        type="button"
        class="article-title"
        aria-expanded={open}
        aria-controls={bodyId}
        aria-label={open ? attachment.title : t("article.open", { title: attachment.title })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="article" size={18} />
        <span>{attachment.title}</span>
        <span class={open ? "fold fold-open" : "fold"}>
          <Icon name="down" size={16} />
        </span>
      </button>
      <div id={bodyId} hidden={!open}>
        {open && <Markdown source={attachment.body} title={attachment.title} />}
        <div class="article-foot">
          <a
            class="text-button"
            href={href}
            target="_blank"
            rel="noopener"
            onClick={(event) => {
              if (viewArticle(attachment.articleId)) event.preventDefault();
            }}
          >
            <Icon name="view" size={16} />
            {t("article.view")}
          </a>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              setOpen(false);
              onClose();
            }}
          >
            {t("article.close")}
          </button>
        </div>
      </div>
    </article>
  );
}
