/** A moment of the next days, as the reader's own clock shows it. */
export function toWhen(at: number, locale: string): string {
  const form = {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(locale, form).format(at);
}
