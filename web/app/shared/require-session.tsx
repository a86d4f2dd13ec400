import { Center, Loader } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import type { Account } from "../../../contract/account.js";
import { appTexts } from "../../texts/app.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk, useSession, useTexts } from "./desk.js";
import { LoadFailed } from "./load-failed.js";

export interface RequireSessionProps {
  readonly children: ReactNode;
  /** Who may see it; everybody who is logged in when left out. */
  readonly allow?: (user: Account) => boolean;
}

/** Shows its children to people who may see them; others are asked to log in, or told that they may not. */
export function RequireSession({ children, allow }: RequireSessionProps) {
  const { session } = useDesk();
  const state = useSession();
  const t = useTexts(appTexts);
  const [path] = useLocation();
  const search = useSearch();

  useEffect(() => {
    if (session.store.getState().status === "unknown") void session.load();
  }, [session]);

  if (state.status === "unknown") {
    return (
      <Center h="100dvh">
        <Loader aria-label={t("state.loading")} />
      </Center>
    );
  }
  if (state.status === "unreachable") {
    return (
      <Center component="main" h="100dvh">
        <LoadFailed message={t("log-in.unreachable")} onRetry={() => void session.load()} />
      </Center>
    );
  }
  if (state.status === "out") {
    const next = encodeURIComponent(search ? `${path}?${search}` : path);
    return <Redirect to={`/login?next=${next}${state.why ? `&why=${state.why}` : ""}`} replace />;
  }
  if (allow && !allow(state.user)) return <ProblemPage kind="forbidden" />;
  return children;
}
