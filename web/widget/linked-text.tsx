import type { Mark } from "../../contract/conversation.js";

const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/g;

/** A person's words as text; only web addresses become links. Nothing in them is ever read as markup (S1-18). */
export function LinkedText({ text }: { text: string }) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    parts.push(text.slice(from, match.index), <SafeLink href={match[0]}>{match[0]}</SafeLink>);
    from = match.index + match[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

/** The sentence that answers stands out from what is quoted around it. */
export function MarkedText({ text, mark }: { text: string; mark: Mark | undefined }) {
  if (!mark) return <LinkedText text={text} />;
  return (
    <>
      <LinkedText text={text.slice(0, mark.from)} />
      <mark>
        <LinkedText text={text.slice(mark.from, mark.to)} />
      </mark>
      <LinkedText text={text.slice(mark.to)} />
    </>
  );
}

export function SafeLink({ href, children }: { href: string; children: preact.ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
