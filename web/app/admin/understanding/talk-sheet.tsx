import { Skeleton, Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import type { ModelVerdict } from "../../../../contract/language-model.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { SideSheet } from "../side-sheet.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

/** The talk in which a question was asked, as it was written. */
export function TalkSheet({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const [talk, reload] = useLoaded(
    useCallback(() => api.understanding.readTalk(conversationId), [api, conversationId]),
  );
  return (
    <SideSheet title={t("questions.talk.title")} size="md" onClose={onClose}>
      {talk.status === "loading" && <Skeleton h={200} />}
      {talk.status === "failed" && <LoadFailed message={talk.error.message} onRetry={reload} />}
      {talk.status === "ready" && (
        <Stack gap="sm">
          {talk.value.items.map(({ seq, name, text, at, model }) => (
            <div key={seq}>
              <Text size="xs" c="dimmed">
                {name} · <RelativeTime at={at} />
              </Text>
              <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                {text}
              </Text>
              {model && <ModelLine verdict={model} />}
            </div>
          ))}
        </Stack>
      )}
    </SideSheet>
  );
}

/** What a language model made of the question, and why it was not shown. */
function ModelLine({ verdict: { outcome, reason, because } }: { verdict: ModelVerdict }) {
  const t = useTexts(languageModelTexts);
  const words = [
    t(`outcome.${outcome}`),
    ...(reason ? [t(`reason.${reason}`)] : []),
    ...(because ? [because] : []),
  ];
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      {t("by-model")}: {words.join(" · ")}
    </Text>
  );
}
