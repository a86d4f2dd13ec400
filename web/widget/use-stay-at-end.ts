import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Whoever reads the end goes on reading it when what stands below takes some of the room. */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, atEnd: "at-end" | "above"): void {
  const place = useRef(atEnd);
  place.current = atEnd;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watcher = new ResizeObserver(() => {
      if (place.current === "at-end") box.scrollTop = box.scrollHeight;
    });
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [scroller]);
}
