import { Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { useState } from "react";
import type { ArticlePage } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { openChat } from "../../shared/use-chat.js";
import { usePortalTexts } from "../use-portal-texts.js";

const maxCommentChars = 1000;

/** Did it help? Who says no may say what is missing, and is offered the chat. */
export function Feedback({ article: { id, title, helped } }: { article: ArticlePage }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const [answer, setAnswer] = useState(helped);
  const [comment, setComment] = useState("");
  const [state, setState] = useState<"" | "given" | "sent" | "failed">("");

  async function give(next: boolean, words = ""): Promise<void> {
    setAnswer(next);
    try {
      await api.knowledge.giveFeedback(id, { helped: next, ...(words ? { comment: words } : {}) });
      setState(words ? "sent" : "given");
    } catch {
      setState("failed");
    }
  }

  return (
    <Paper component="section" withBorder p="md" aria-labelledby="feedback-title">
      <Stack gap="sm">
        <Group>
          <Text id="feedback-title" fw={600}>
            {t("feedback.title")}
          </Text>
          <Group gap="xs">
            <Button
              size="xs"
              variant={answer === true ? "filled" : "default"}
              aria-pressed={answer === true}
              leftSection={<IconThumbUp size={16} />}
              onClick={() => void give(true)}
            >
              {t("feedback.yes")}
            </Button>
            <Button
              size="xs"
              variant={answer === false ? "filled" : "default"}
              aria-pressed={answer === false}
              leftSection={<IconThumbDown size={16} />}
              onClick={() => void give(false)}
            >
              {t("feedback.no")}
            </Button>
          </Group>
          <Text size="sm" role="status" c={state === "failed" ? "var(--mantine-color-error)" : "dimmed"}>
            {state === "failed" ? t("feedback.failed") : state !== "" ? t("feedback.thanks") : ""}
          </Text>
        </Group>
        {answer === false && state !== "sent" && (
          <>
            <Textarea
              label={t("feedback.comment")}
              autosize
              minRows={2}
              maxLength={maxCommentChars}
              value={comment}
              onChange={({ currentTarget }) => setComment(currentTarget.value)}
            />
            <Group gap="xs">
              <Button
                size="xs"
                disabled={comment.trim() === ""}
                onClick={() => void give(false, comment.trim())}
              >
                {t("form.submit")}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => openChat({ draft: t("article.ask.draft", { title }), articleId: id })}
              >
                {t("search.ask")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
