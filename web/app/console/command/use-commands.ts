import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { appTexts } from "../../../texts/app.js";
import { languages } from "../../../texts/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { toSchemeKey } from "../../shared/scheme-menu.js";
import { useInvite } from "../colleagues/invite-context.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { findAttendance, isHeldBy, listWaiting, mayAccept } from "../state/console-state.js";
import { useDialogs } from "../talk/dialogs.js";
import { useOutcome } from "../use-outcome.js";
import { choices } from "../work/availability-menu.js";

const schemes: readonly MantineColorScheme[] = ["light", "dark", "auto"];

/** The commands that make sense now. */
export function useCommands(showShortcuts: () => void): SpotlightActionGroupData[] {
  const t = useConsoleTexts();
  return [
    { group: t("palette.talks"), actions: useTalkCommands() },
    { group: t("palette.me"), actions: useAvailabilityCommands() },
    { group: t("palette.page"), actions: usePageCommands(showShortcuts) },
  ];
}

function useTalkCommands() {
  const t = useConsoleTexts();
  const { accept, show, talkOf, store } = useConsole();
  const { open } = useDialogs();
  const invite = useInvite();
  const tell = useOutcome();
  const first = useConsoleState((state) => listWaiting(state).find((one) => mayAccept(state, one)));
  const openIds = useConsoleState((state) => state.openIds);
  const held = useConsoleState((state) => {
    const active = state.activeId ? findAttendance(state, state.activeId) : undefined;
    return active !== undefined && isHeldBy(active, state.me.id);
  });
  return [
    ...(first
      ? [
          {
            id: "accept",
            label: t("shortcut.accept"),
            description: `${first.requester.name}: ${first.question}`,
            onClick: async () => void tell(await accept(first.id)),
          },
        ]
      : []),
    { id: "consult", label: t("consult.start"), onClick: () => invite({ kind: "start" }) },
    ...openIds.map((id) => ({
      id: `talk ${id}`,
      label: t("palette.go-to", { name: talkOf(id).getSnapshot().conversation?.requester.name ?? "…" }),
      description: findAttendance(store.getState(), id)?.question ?? "",
      onClick: () => show(id),
    })),
    ...(held
      ? [
          { id: "transfer", label: t("shortcut.transfer"), onClick: () => open("transfer") },
          { id: "end", label: t("shortcut.end"), onClick: () => open("end") },
        ]
      : []),
  ];
}

function useAvailabilityCommands() {
  const t = useConsoleTexts();
  const { setAvailability } = useConsole();
  const tell = useOutcome();
  return choices.map((status) => ({
    id: `be ${status}`,
    label: t("palette.availability", { status: t(`availability.${status}`) }),
    onClick: async () => void tell(await setAvailability(status)),
  }));
}

function usePageCommands(showShortcuts: () => void) {
  const t = useConsoleTexts();
  const app = useTexts(appTexts);
  const { preferences } = useDesk();
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...schemes.map((scheme) => ({
      id: `scheme ${scheme}`,
      label: t("palette.scheme", { scheme: app(toSchemeKey(scheme)) }),
      onClick: () => setColorScheme(scheme),
    })),
    ...languages.map(({ locale, name }) => ({
      id: `language ${locale}`,
      label: t("palette.language", { language: name }),
      onClick: () => preferences.setLocale(locale),
    })),
    { id: "shortcuts", label: t("shortcut.help"), onClick: showShortcuts },
  ];
}
