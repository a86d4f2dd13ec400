import { Alert, Box, Skeleton, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { type ChatClient, createChatClient } from "../../chat/index.js";
import { appTexts } from "../../texts/app.js";
import { teamTexts } from "../../texts/team/index.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk, useLocale, useSession, useTexts } from "../shared/desk.js";
import { Header } from "../shared/header.js";
import { LoadFailed } from "../shared/load-failed.js";
import classes from "./wall.module.css";
import { WallBoard } from "./wall-board.js";
import { createWallStore, type WallStore } from "./wall-store.js";

interface Made {
  readonly client: ChatClient;
  readonly wall: WallStore;
}

/** `/agent/wall`: the whole desk, live, for supervisors. */
export function WallPage() {
  const t = useTexts(teamTexts);
  const app = useTexts(appTexts);
  const { session } = useDesk();
  const locale = useLocale();
  const state = useSession();
  const token = state.status === "in" ? state.token : undefined;
  const [made, setMade] = useState<Made>();
  useDocumentTitle(`${app("product.name")} · ${t("wall.title")}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language must not break the connection.
  useEffect(() => {
    const client = createChatClient({ token, locale });
    const wall = createWallStore(client);
    const stopWatching = client.connection.subscribe(() => {
      if (client.connection.getSnapshot().status === "refused") session.lose();
    });
    setMade({ client, wall });
    client.connect();
    return () => {
      stopWatching();
      wall.stop();
      client.close();
    };
  }, [session, token]);

  return (
    <Box className={classes.page}>
      <Header />
      <main id="content" className={classes.main}>
        <Title order={1} size="h3">
          {t("wall.page")}
        </Title>
        {made ? <Board {...made} /> : <WallSkeleton />}
      </main>
    </Box>
  );
}

function Board({ client, wall }: Made) {
  const t = useTexts(teamTexts);
  const phase = useStore(wall.store, (state) => state.phase);
  const connection = useSyncExternalStore(client.connection.subscribe, client.connection.getSnapshot);
  if (phase === "refused") return <ProblemPage kind="forbidden" part />;
  if (phase === "failed") return <LoadFailed onRetry={() => void wall.reload()} />;
  if (phase === "loading") return <WallSkeleton />;
  return (
    <>
      {connection.status === "offline" && (
        <Alert color="yellow" role="status" mb="sm">
          {t("wall.lost")}
        </Alert>
      )}
      <WallBoard client={client} wall={wall} />
    </>
  );
}

function WallSkeleton() {
  return (
    <Stack aria-hidden>
      <Skeleton h={84} radius="md" />
      <Skeleton h={280} radius="md" />
    </Stack>
  );
}
