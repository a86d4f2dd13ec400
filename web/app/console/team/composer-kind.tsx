import { SegmentedControl } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useConsole, useConsoleState } from "../console-context.js";
import { NoteComposer } from "./note-composer.js";
import { useTeamTexts } from "./team-context.js";

export type ComposerKind = "message" | "note";

const KindContext = createContext<readonly [ComposerKind, (kind: ComposerKind) => void]>([
  "message",
  () => {},
]);

interface ComposerKindProviderProps {
  readonly conversationId: string | undefined;
  readonly children: ReactNode;
}

/** Whether the agent writes to the requester or to colleagues; a shortcut switches it too. */
export function ComposerKindProvider({ conversationId, children }: ComposerKindProviderProps) {
  const [kind, setKind] = useState<ComposerKind>("message");
  // Nobody sends to a requester what was meant as a note, or the other way round, because another talk was shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another talk begins with messages.
  useEffect(() => setKind("message"), [conversationId]);
  const value = useMemo(() => [kind, setKind] as const, [kind]);
  return <KindContext.Provider value={value}>{children}</KindContext.Provider>;
}

export function useComposerKind() {
  return useContext(KindContext);
}

interface KindSwitchProps {
  readonly kind: ComposerKind;
  readonly onChange: (kind: ComposerKind) => void;
}

export function KindSwitch({ kind, onChange }: KindSwitchProps) {
  const t = useTeamTexts();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("composer.kind")}
      value={kind}
      onChange={(value) => onChange(value === "note" ? "note" : "message")}
      data={[
        { value: "message", label: t("composer.message") },
        { value: "note", label: t("composer.note") },
      ]}
    />
  );
}

/** The note field of the console. */
export function ConsoleNote({ conversationId }: { conversationId: string }) {
  const { client } = useConsole();
  const agents = useConsoleState((state) => state.agents);
  const meId = useConsoleState((state) => state.me.id);
  return (
    <NoteComposer
      key={conversationId}
      client={client}
      conversationId={conversationId}
      meId={meId}
      colleagues={agents}
    />
  );
}
