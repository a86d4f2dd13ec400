import { type RefObject, useLayoutEffect, useState } from "react";

/** Where the caret stands in a text field; known before the next key is heard. */
export function useCaret(field: RefObject<HTMLTextAreaElement | null>, text: string): number {
  const [caret, setCaret] = useState(text.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text moves the caret.
  useLayoutEffect(() => {
    const look = (): void => {
      if (field.current && document.activeElement === field.current) setCaret(field.current.selectionStart);
    };
    look();
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [field, text]);
  return Math.min(caret, text.length);
}
