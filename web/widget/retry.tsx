import { useScope } from "./context.js";

export function Retry({ message, onRetry }: { message?: string | undefined; onRetry: () => void }) {
  const { t } = useScope();
  return (
    <div class="page page-middle" role="alert">
      <p>
        <strong>{t("failed.title")}</strong>
      </p>
      {message && <p class="hint">{message}</p>}
      <button type="button" class="button" onClick={onRetry}>
        {t("failed.retry")}
      </button>
    </div>
  );
}
