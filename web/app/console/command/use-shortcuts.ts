import { useHotkeys } from "@mantine/hooks";
import { useConsole } from "../console-context.js";
import { useLayout } from "../layout/panes.js";
import { listWaiting, mayAccept } from "../state/console-state.js";
import { composerId } from "../talk/composer.js";
import { useDialogs } from "../talk/dialogs.js";
import { type ComposerKind, useComposerKind } from "../team/composer-kind.js";
import { noteFieldId } from "../team/note-composer.js";
import { useOutcome } from "../use-outcome.js";

/** What `?` shows, in that order. `alt` keys are meant by their place, since with Alt they type other characters. */
export const shortcuts = [
  { keys: ["⌘/Ctrl", "K"], key: "shortcut.palette" },
  { keys: ["?"], key: "shortcut.help" },
  { keys: ["Alt", "A"], key: "shortcut.accept" },
  { keys: ["Alt", "D"], key: "shortcut.decline" },
  { keys: ["Alt", "1 … 9"], key: "shortcut.talk" },
  { keys: ["Alt", "W"], key: "shortcut.write" },
  { keys: ["Alt", "N"], key: "shortcut.note" },
  { keys: ["Alt", "T"], key: "shortcut.transfer" },
  { keys: ["Alt", "E"], key: "shortcut.end" },
  { keys: ["Alt", "L"], key: "shortcut.fold-left" },
  { keys: ["Alt", "R"], key: "shortcut.fold-right" },
  { keys: ["/"], key: "shortcut.reply" },
  { keys: ["??"], key: "shortcut.article" },
  { keys: ["@"], key: "shortcut.mention" },
  { keys: ["Enter"], key: "shortcut.send" },
  { keys: ["Shift", "Enter"], key: "shortcut.new-line" },
] as const;

const talkNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export function useShortcuts(showHelp: () => void): void {
  const { store, accept, decline, show } = useConsole();
  const { open } = useDialogs();
  const [kind, setComposerKind] = useComposerKind();
  const setKind = (to: ComposerKind): void => {
    setComposerKind(to);
    if (kind === to) document.getElementById(to === "note" ? noteFieldId : composerId)?.focus();
  };
  const tell = useOutcome();
  const [layout, setLayout] = useLayout();
  const physical = { usePhysicalKeys: true };

  const acceptFirst = async (): Promise<void> => {
    const state = store.getState();
    const id = [...state.offers.keys()][0] ?? listWaiting(state).find((one) => mayAccept(state, one))?.id;
    if (id) tell(await accept(id));
  };
  const declineFirst = async (): Promise<void> => {
    const [id] = store.getState().offers.keys();
    if (id) tell(await decline(id));
  };
  const showTalk = (at: number): void => {
    const id = store.getState().openIds[at - 1];
    if (id) show(id);
  };

  useHotkeys([
    ["shift+?", showHelp],
    ["?", showHelp],
  ]);
  useHotkeys(
    [
      ["alt+A", () => void acceptFirst(), physical],
      ["alt+D", () => void declineFirst(), physical],
      ["alt+W", () => document.getElementById(composerId)?.focus(), physical],
      ["alt+W", () => setKind("message"), physical],
      ["alt+N", () => setKind("note"), physical],
      ["alt+T", () => open("transfer"), physical],
      ["alt+E", () => open("end"), physical],
      ["alt+L", () => setLayout({ ...layout, leftFolded: !layout.leftFolded }), physical],
      ["alt+R", () => setLayout({ ...layout, rightFolded: !layout.rightFolded }), physical],
      ...talkNumbers.map((at): [string, () => void, typeof physical] => [
        `alt+Digit${at}`,
        () => showTalk(at),
        physical,
      ]),
    ],
    [],
  );
}
