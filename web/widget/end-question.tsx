import { useEffect, useRef, useState } from "preact/hooks";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";

const reasons: readonly WidgetKey[] = ["end.reason.solved", "end.reason.later", "end.reason.unhappy"];

/** Asked before anything ends; the reason goes to the attendant (S1-28). */
export function EndQuestion({ onDone }: { onDone: (outcome: "ended" | "kept") => void }) {
  const { t, chat } = useScope();
  const [reason, setReason] = useState<WidgetKey>("end.reason.solved");
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);

  return (
    <div class="veil" role="alertdialog" aria-label={t("end.question")}>
      <form
        ref={box}
        class="question"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onDone("kept");
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void chat.end(t(reason));
          onDone("ended");
        }}
      >
        <h2>{t("end.question")}</h2>
        <p class="hint">{t("end.hint")}</p>
        <fieldset>
          <legend>{t("end.reason")}</legend>
          {reasons.map((key) => (
            <label key={key}>
              <input type="radio" name="reason" checked={key === reason} onChange={() => setReason(key)} />
              {t(key)}
            </label>
          ))}
        </fieldset>
        <div class="buttons">
          <button type="submit" class="button button-danger">
            {t("end.confirm")}
          </button>
          <button type="button" class="button button-quiet" onClick={() => onDone("kept")}>
            {t("end.keep")}
          </button>
        </div>
      </form>
    </div>
  );
}
