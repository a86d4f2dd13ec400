import { Button, Center, EmptyState } from "@mantine/core";
import { IconBarrierBlock, IconLock, IconMapQuestion } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { appTexts } from "../../texts/app.js";
import { useDesk, useSession, useTexts } from "../shared/desk.js";

export type ProblemKind = "not-found" | "forbidden" | "failed";

const icons = { "not-found": IconMapQuestion, forbidden: IconLock, failed: IconBarrierBlock } as const;

/** 404, 403 and 500: what happened, and the next step; a page of its own, or `part` of one that has its own frame. */
export function ProblemPage({ kind, part = false }: { kind: ProblemKind; part?: boolean }) {
  const t = useTexts(appTexts);
  const session = useSession();
  const Icon = icons[kind];
  const name = session.status === "in" ? session.user.name : "";
  return (
    <Center
      {...(part
        ? { component: "section", mih: "60dvh" }
        : { component: "main", id: "content", mih: "100dvh" })}
      p="md"
    >
      <EmptyState
        size="lg"
        variant="light"
        icon={<Icon />}
        title={<h1 style={{ font: "inherit", margin: 0 }}>{t(`problem.${kind}.title`)}</h1>}
        description={t(`problem.${kind}.text`, { name })}
        maw={520}
      >
        <EmptyState.Actions style={{ justifyContent: "center" }}>
          <ProblemActions kind={kind} />
        </EmptyState.Actions>
      </EmptyState>
    </Center>
  );
}

function ProblemActions({ kind }: { kind: ProblemKind }) {
  const t = useTexts(appTexts);
  const { session } = useDesk();
  const [path, navigate] = useLocation();
  const switchAccount = async (): Promise<void> => {
    await session.logOut();
    navigate(`/login?next=${encodeURIComponent(path)}`);
  };
  return (
    <>
      {kind === "failed" && <Button onClick={() => location.reload()}>{t("problem.reload")}</Button>}
      {kind === "forbidden" && <Button onClick={switchAccount}>{t("problem.switch")}</Button>}
      <Button variant="default" component="a" href="/">
        {t("problem.home")}
      </Button>
    </>
  );
}
