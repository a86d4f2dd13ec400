import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const nearPx = 80;

/**
 * Keeps a scrolling region at its end while the reader is there, and leaves it alone while the reader looks back.
 * `onSeen` is called whenever the end is shown in a visible window.
 */
export function useFollowEnd(length: number, onSeen: () => void) {
  const ref = useRef<HTMLElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const seen = useRef(onSeen);
  seen.current = onSeen;

  const look = useCallback(() => {
    const region = ref.current;
    if (!region) return;
    const near = region.scrollHeight - region.scrollTop - region.clientHeight < nearPx;
    following.current = near;
    setAtEnd(near);
    if (near && document.visibilityState === "visible") seen.current();
  }, []);

  const toEnd = useCallback(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list is the reason to move.
  useLayoutEffect(() => {
    if (following.current) toEnd();
    look();
  }, [length, toEnd, look]);

  useEffect(() => {
    const region = ref.current;
    if (!region) return;
    const grow = new ResizeObserver(() => (following.current ? toEnd() : look()));
    grow.observe(region);
    if (region.lastElementChild) grow.observe(region.lastElementChild);
    region.addEventListener("scroll", look, { passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      grow.disconnect();
      region.removeEventListener("scroll", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [look, toEnd]);

  return { ref, atEnd, toEnd };
}
