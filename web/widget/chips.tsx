import { useRef } from "preact/hooks";
import type { Action } from "../../contract/action.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";

/** More than these stand in a row of cards that is moved sideways (S2-X6). */
const mostChips = 5;

export interface ChipsProps {
  readonly actions: readonly Action[];
  /** Only the newest message offers choices; older ones stay readable. */
  readonly active: boolean;
  readonly onChoose: (action: Action) => void;
}

export function Chips(props: ChipsProps) {
  return props.actions.length > mostChips ? <Carousel {...props} /> : <Choices {...props} name="chips" />;
}

/** Tab goes from card to card, and the row follows; the arrows are for pointers. */
function Carousel(props: ChipsProps) {
  const { t } = useScope();
  const row = useRef<HTMLDivElement>(null);
  const move = (share: number): void => {
    const list = row.current?.querySelector("ul");
    list?.scrollBy({ left: share * list.clientWidth });
  };
  return (
    <div class="carousel" ref={row}>
      <Choices {...props} name="cards" />
      <div>
        <button type="button" class="icon-button" aria-label={t("choices.before")} onClick={() => move(-0.8)}>
          <Icon name="back" size={18} />
        </button>
        <button
          type="button"
          class="icon-button next"
          aria-label={t("choices.after")}
          onClick={() => move(0.8)}
        >
          <Icon name="back" size={18} />
        </button>
      </div>
    </div>
  );
}

function Choices({ actions, active, onChoose, name }: ChipsProps & { readonly name: "chips" | "cards" }) {
  const { t } = useScope();
  return (
    // A row that can be moved is reached by keyboard also when its cards are switched off.
    <ul class={name} aria-label={t("choices.label")} {...(name === "cards" ? { tabIndex: 0 } : {})}>
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
