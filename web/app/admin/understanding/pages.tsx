import { Pagination } from "@mantine/core";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

interface PagesProps {
  readonly total: number;
  readonly page: number;
  readonly onChange: (page: number) => void;
}

/** Turns the pages of a long list; nothing where one page holds all. */
export function Pages({ total, page, onChange }: PagesProps) {
  const t = useUnderstandingTexts();
  if (total <= 1) return null;
  return (
    <Pagination
      total={total}
      value={page}
      onChange={onChange}
      getControlProps={(control) => {
        if (control === "next") return { "aria-label": t("page.next") };
        return control === "previous" ? { "aria-label": t("page.previous") } : {};
      }}
    />
  );
}
