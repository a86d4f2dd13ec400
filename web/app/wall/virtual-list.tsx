import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./wall.module.css";

const rowPx = 60;
/** Rows drawn beyond what is seen, so that scrolling shows no holes. */
const sparePx = 600;

interface VirtualListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** A list of rows of one height that draws only those near what is seen: a thousand cost what thirty do. */
export function VirtualList<T>({ label, items, keyOf, children }: VirtualListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor((top - sparePx) / rowPx));
  const last = Math.min(items.length, Math.ceil((top + height + sparePx) / rowPx));
  return (
    <section
      ref={frame}
      className={classes.scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reached by keyboard.
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul className={classes.space} style={{ height: items.length * rowPx }}>
        {items.slice(first, last).map((item, at) => (
          <li
            key={keyOf(item)}
            className={classes.slot}
            style={{ top: (first + at) * rowPx }}
            aria-setsize={items.length}
            aria-posinset={first + at + 1}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}
