import type { Action } from "../../contract/action.js";
import { useScope } from "./context.js";

export interface ChipsProps {
  readonly actions: readonly Action[];
  /** Only the newest message offers choices; older ones stay readable. */
  readonly active: boolean;
  readonly onChoose: (action: Action) => void;
}

export function Chips({ actions, active, onChoose }: ChipsProps) {
  const { t } = useScope();
  return (
    <ul class="chips" aria-label={t("choices.label")}>
      {actions.map((action) => (
        <li key={`${action.title} ${JSON.stringify(action.value)}`}>
          <button type="button" class="chip" disabled={!active} onClick={() => onChoose(action)}>
            {action.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
