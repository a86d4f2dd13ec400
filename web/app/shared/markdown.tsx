import { Typography } from "@mantine/core";
import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";
import { useMemo } from "react";
import classes from "./markdown.module.css";

/** An article's Markdown; the one place of the desk where HTML is put into a page, after the one sanitizer. */
export function Markdown({ source }: { source: string }) {
  const html = useMemo(() => toSafeHtml(source), [source]);
  return (
    <Typography>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it went through the sanitizer above. */}
      <div className={classes.article} dangerouslySetInnerHTML={{ __html: html }} />
    </Typography>
  );
}

/** HTML inside the Markdown stays text; what the reader makes of the rest is cleaned once more. */
function toSafeHtml(source: string) {
  return DOMPurify.sanitize(createReader().render(source), {
    RETURN_TRUSTED_TYPE: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: ["style", "form", "input", "button", "img"],
    FORBID_ATTR: ["style", "class", "id"],
    ADD_ATTR: ["target"],
    // A path inside the articles' own tree leads nowhere here.
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  });
}

function createReader() {
  const reader = new MarkdownIt({ html: false, linkify: true });
  const { rules } = reader.renderer;
  const { escapeHtml } = reader.utils;
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("target", "_blank");
    tokens[index]?.attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
  // Nothing is fetched from elsewhere because somebody reads an article: a picture is a link to it.
  rules.image = (tokens, index) => {
    const address = escapeHtml(String(tokens[index]?.attrGet("src") ?? ""));
    const label = escapeHtml(tokens[index]?.content || address);
    return `<a href="${address}" target="_blank" rel="noopener noreferrer">${label}</a>`;
  };
  return reader;
}
