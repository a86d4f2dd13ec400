import "dayjs/locale/es.js";
import "dayjs/locale/pt-br.js";
import { DatesProvider } from "@mantine/dates";
import type { ReactNode } from "react";
import { useLocale } from "../../shared/desk.js";

/** Dates in the language of the page. */
export function DeskDates({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <DatesProvider settings={{ locale: locale === "pt" ? "pt-br" : locale, firstDayOfWeek: 1 }}>
      {children}
    </DatesProvider>
  );
}
