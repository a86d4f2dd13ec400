import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./team.module.css";
import type { Picking } from "./use-picking.js";

interface PickerProps {
  readonly picking: Picking;
  readonly label: string;
  /** What is said where nothing fits; without it an empty list is not shown. */
  readonly none: string | undefined;
}

/** The list above a text field from which something is taken. */
export function Picker({ picking, label, none }: PickerProps) {
  const { open, options, at, listId, pick } = picking;
  const chosen = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one must be seen when it changes.
  useEffect(() => chosen.current?.scrollIntoView({ block: "nearest" }), [at]);
  if (!open || (options.length === 0 && none === undefined)) return null;
  return (
    <div className={classes.picker}>
      {options.length === 0 && (
        <div className={classes.none} role="status">
          {none}
        </div>
      )}
      <div role="listbox" id={listId} aria-label={label}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys of the list.
          <div
            key={option.id}
            ref={index === at ? chosen : undefined}
            id={`${listId}-${option.id}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={classes.option}
            // The text field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <Text size="sm" fw={500} truncate>
              {option.title}
            </Text>
            {option.hint && (
              <Text size="xs" c="dimmed" className={classes.optionText}>
                {option.hint}
              </Text>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
