import { Center, Loader } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { appTexts } from "../texts/app.js";
import { LogInPage } from "./login/login-page.js";
import { ProblemPage } from "./problem/problem-page.js";
import { mayAnswer, mayReadReports } from "./shared/api.js";
import { useTexts } from "./shared/desk.js";
import { RequireSession } from "./shared/require-session.js";

const ConsolePage = lazy(() => import("./console/index.js").then((area) => ({ default: area.ConsolePage })));
const RecordsArea = lazy(() => import("./records/index.js").then((area) => ({ default: area.RecordsArea })));
const WallPage = lazy(() => import("./wall/index.js").then((area) => ({ default: area.WallPage })));
const OwnRepliesPage = lazy(() =>
  import("./replies/index.js").then((area) => ({ default: area.OwnRepliesPage })),
);
const ReferencePage = lazy(() =>
  import("./api-reference/index.js").then((area) => ({ default: area.ReferencePage })),
);
const AdminPage = lazy(() => import("./admin/index.js").then((area) => ({ default: area.AdminPage })));
const PortalPage = lazy(() => import("./portal/index.js").then((area) => ({ default: area.PortalPage })));

/** One bundle per area, loaded when it is first opened. */
export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/login" component={LogInPage} />
        <Route path="/api" component={ReferencePage} />
        <Route path={/^\/agent\/(records|tickets)(\/.*)?$/}>
          <RequireSession allow={({ role }) => mayAnswer(role)}>
            <RecordsArea />
          </RequireSession>
        </Route>
        <Route path="/agent/wall">
          <RequireSession allow={({ role }) => role === "supervisor" || role === "admin"}>
            <WallPage />
          </RequireSession>
        </Route>
        <Route path="/agent/replies">
          <RequireSession allow={({ role }) => mayAnswer(role)}>
            <OwnRepliesPage />
          </RequireSession>
        </Route>
        <Route path={/^\/agent(\/.*)?$/}>
          <RequireSession allow={({ role }) => mayAnswer(role)}>
            <ConsolePage />
          </RequireSession>
        </Route>
        <Route path={/^\/admin\/knowledge(\/.*)?$/}>
          <RequireSession allow={({ role }) => role === "admin" || role === "supervisor"}>
            <AdminPage />
          </RequireSession>
        </Route>
        <Route path="/admin/reports">
          <RequireSession allow={({ role }) => mayReadReports(role)}>
            <AdminPage />
          </RequireSession>
        </Route>
        <Route path={/^\/admin(\/.*)?$/}>
          <RequireSession allow={({ role }) => role === "admin"}>
            <AdminPage />
          </RequireSession>
        </Route>
        <Route path={/^\/(articles|tickets|services|knowledge)?(\/.*)?$/}>
          <RequireSession>
            <PortalPage />
          </RequireSession>
        </Route>
        <Route>
          <ProblemPage kind="not-found" />
        </Route>
      </Switch>
    </Suspense>
  );
}

function Waiting() {
  const t = useTexts(appTexts);
  return (
    <Center h="100dvh">
      <Loader aria-label={t("state.loading")} />
    </Center>
  );
}
