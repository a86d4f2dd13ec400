import type { ModeView } from "../../../../contract/mode.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useTexts } from "../../shared/desk.js";

/** Says in a sentence why a mode holds and until when. */
export function useModeWords() {
  const t = useTexts(overviewTexts);
  const why = ({ now, override, scope }: ModeView): string => {
    const { kind, calendar = t("own-hours"), during = "open" } = now.why;
    if (scope !== "desk" && now.why.scope === "desk") return t("why.desk");
    if (kind === "schedule") return t(`why.schedule.${during}`, { calendar });
    if (kind === "override" && override?.by) return t("why.override.by", { name: override.by });
    return t(`why.${kind}`);
  };
  const until = ({ next, override, now }: ModeView): string => {
    if (next) return t("until", { time: toDay(next.at, t.locale), mode: t(`mode.${next.mode}`) });
    return t(now.why.kind === "override" && override ? "until.revoked" : "until.plain");
  };
  return { why, until };
}

/** "Mon 18:00" within a week, with the date after that. */
export function toDay(at: number, locale: string): string {
  const isNear = at - Date.now() < 6 * 86_400_000;
  const day = isNear ? ({ weekday: "short" } as const) : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit" }).format(at);
}
