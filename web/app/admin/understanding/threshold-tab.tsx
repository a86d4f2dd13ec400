import { Badge, Button, Group, Paper, Skeleton, Slider, Stack, Text, Title } from "@mantine/core";
import { useCallback, useState } from "react";
import type { ThresholdTrial } from "../../../../contract/understanding.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import classes from "./understanding.module.css";
import { useNameOf, usePercent, useUnderstandingTexts } from "./use-understanding-texts.js";

const accuracyParameter = 9002;
const usual = 30;
const sides = ["answered", "askedBack", "fallback"] as const;

/** What another accuracy threshold would have made of past questions. */
export function ThresholdTab({ onChanged }: { onChanged: () => void }) {
  const t = useUnderstandingTexts();
  const percent = usePercent();
  const { api } = useDesk();
  const tell = useTell();
  const [dragged, setDragged] = useState(usual);
  const [wanted, setWanted] = useState(usual);
  const [loaded, reload] = useLoaded(useCallback(() => api.understanding.askWhatIf(wanted), [api, wanted]));

  async function apply(value: string): Promise<void> {
    try {
      await api.writeParameter(accuracyParameter, value);
      tell.done(t("whatif.applied"));
      reload();
      onChanged();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Stack gap="lg" maw={860}>
      <Text size="sm" c="dimmed">
        {t("whatif.hint")}
      </Text>
      <div>
        <Text size="sm" fw={500} id="threshold-label">
          {t("whatif.slider")}: {percent(dragged / 100)}
        </Text>
        <Slider
          mt="xs"
          mb="xl"
          mx="md"
          min={0}
          max={100}
          label={(value) => percent(value / 100)}
          thumbProps={{ "aria-labelledby": "threshold-label" }}
          marks={[0, 25, 50, 75, 100].map((value) => ({ value, label: percent(value / 100) }))}
          value={dragged}
          onChange={setDragged}
          onChangeEnd={setWanted}
        />
      </div>
      {loaded.status === "loading" && <Skeleton h={200} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          <Group justify="space-between">
            <Text size="sm">
              {loaded.value.present === undefined
                ? t("whatif.present.none")
                : t("whatif.present", { percent: percent(loaded.value.present / 100) })}
            </Text>
            <Group gap="xs">
              <ExportMenu what="what-if" minimum={wanted} />
              {loaded.value.present !== undefined && (
                <Button variant="default" onClick={() => void apply("")}>
                  {t("whatif.clear")}
                </Button>
              )}
              <Button onClick={() => void apply(String(wanted))}>
                {t("whatif.apply", { percent: percent(wanted / 100) })}
              </Button>
            </Group>
          </Group>
          <Outcome trial={loaded.value} />
        </>
      )}
    </Stack>
  );
}

function Outcome({ trial }: { trial: ThresholdTrial }) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const percent = usePercent();
  if (trial.considered === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("whatif.none")}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed">
        {t.count("whatif.considered", trial.considered)}
      </Text>
      <div className={classes.sides}>
        {sides.map((side) => (
          <Paper key={side} withBorder p="md" radius="md">
            <Text size="sm" c="dimmed">
              {t(`whatif.${side}`)}
            </Text>
            <p className={classes.number}>
              {trial.before[side]} → {trial.after[side]}
            </p>
            <Text size="xs" c="dimmed">
              {t("whatif.now")} → {t("whatif.then")}
              {side === "fallback" && ` · ${t("whatif.fallback.hint")}`}
            </Text>
          </Paper>
        ))}
      </div>
      <section aria-labelledby="changed-title">
        <Title order={2} size="h4" id="changed-title" mb="xs">
          {t("whatif.changed")} ({trial.changedCount})
        </Title>
        {trial.changed.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("whatif.changed.none")}
          </Text>
        ) : (
          <ul className={classes.list}>
            {trial.changed.map(({ messageId, text, language, from, to, best }) => (
              <li key={messageId} className={classes.item}>
                <Text fw={500}>{text}</Text>
                <Group gap="xs">
                  <Badge variant="default">{language}</Badge>
                  <Text size="sm">
                    {t(`verdict.${from}`)} → {t(`verdict.${to}`)}
                  </Text>
                  {best && (
                    <Text size="sm" c="dimmed">
                      {t("questions.best", { title: nameOf(best), percent: percent(best.score) })}
                    </Text>
                  )}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
