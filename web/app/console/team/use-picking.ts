import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { Trigger } from "./trigger.js";

export interface PickOption {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
}

export interface Picking {
  readonly open: boolean;
  readonly options: readonly PickOption[];
  readonly at: number;
  readonly listId: string;
  pick(option: PickOption): void;
  /** Answers whether the key was for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
  /** What ties the text field to its list for those who hear the page. */
  readonly field: Readonly<Record<string, string | boolean | undefined>>;
}

/** A list under a text field: arrow keys go through it, Enter or Tab takes one, Escape closes it. */
export function usePicking(
  options: readonly PickOption[],
  trigger: Trigger | undefined,
  onPick: (option: PickOption) => void,
): Picking {
  const listId = useId();
  const [at, setAt] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const asked = trigger ? `${trigger.mark}${trigger.query}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for changes the list.
  useEffect(() => setAt(0), [asked]);
  useEffect(() => {
    if (!trigger) setClosedAt(undefined);
  }, [trigger]);

  const open = trigger !== undefined && closedAt !== trigger.from;
  const shown = Math.min(at, Math.max(options.length - 1, 0));
  const present = options[shown];
  return {
    open,
    options,
    at: shown,
    listId,
    pick: onPick,
    onKeyDown(event) {
      if (!open || event.nativeEvent.isComposing) return false;
      if (event.key === "Escape") setClosedAt(trigger.from);
      else if (options.length === 0) return false;
      else if (event.key === "ArrowDown") setAt((shown + 1) % options.length);
      else if (event.key === "ArrowUp") setAt((shown - 1 + options.length) % options.length);
      else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
        if (present) onPick(present);
      } else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    field: {
      "aria-autocomplete": "list",
      "aria-controls": open ? listId : undefined,
      "aria-activedescendant": open && present ? `${listId}-${present.id}` : undefined,
    },
  };
}
