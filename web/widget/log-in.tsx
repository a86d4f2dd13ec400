import { useEffect, useRef, useState } from "preact/hooks";
import { useScope } from "./context.js";

/** For a page that does not say who talks. */
export function LogIn() {
  const { t, chat } = useScope();
  const [fault, setFault] = useState<"wrong" | "unreachable">();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function submit(): Promise<void> {
    if (!form.current) return;
    const fields = new FormData(form.current);
    setBusy(true);
    const outcome = await chat.logIn(String(fields.get("username")), String(fields.get("password")));
    setBusy(false);
    setFault(outcome === "in" ? undefined : outcome);
  }

  return (
    <form
      ref={form}
      class="page"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t("log-in.title")}</h2>
      <label class="field">
        {t("log-in.username")}
        <input name="username" autocomplete="username" required autocapitalize="none" />
      </label>
      <label class="field">
        {t("log-in.password")}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {fault && (
        <p class="fault" role="alert">
          {t(`log-in.${fault}`)}
        </p>
      )}
      <button type="submit" class="button" disabled={busy}>
        {t("log-in.submit")}
      </button>
    </form>
  );
}
