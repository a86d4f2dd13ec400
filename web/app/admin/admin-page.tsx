import { Box, Container, Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { ProblemPage } from "../problem/problem-page.js";
import { RepliesPage } from "../replies/index.js";
import { AssistantEntry } from "../shared/assistant-entry.js";
import { Header } from "../shared/header.js";
import classes from "./admin.module.css";
import { AdminNav } from "./admin-nav.js";
import { AgreementsPage } from "./agreements/agreements-page.js";
import { AuditPage } from "./audit/audit-page.js";
import { IntegrationsPage } from "./integrations/integrations-page.js";
import { KnowledgePage } from "./knowledge/knowledge-page.js";
import { MappingPage } from "./mapping/mapping-page.js";
import { OtherDeskPage } from "./other-desk/other-desk-page.js";
import { OverviewPage } from "./overview/overview-page.js";
import { ParametersPage } from "./parameters-page.js";
import { PeoplePage } from "./people/people-page.js";
import { PortfolioPage } from "./portfolio/portfolio-page.js";
import { LanguageModelPage } from "./language-model/language-model-page.js";
import { PrivacyPage } from "./privacy/privacy-page.js";
import { RoutingPage } from "./routing/routing-page.js";
import { TemplatesPage } from "./templates/templates-page.js";
import { UnderstandingPage } from "./understanding/understanding-page.js";
import { WidgetPage } from "./widget/widget-page.js";

// The plots weigh more than the rest of the area together.
const ReportsPage = lazy(() =>
  import("./reports/reports-page.js").then((page) => ({ default: page.ReportsPage })),
);

/** `/admin`: the places of the administration, one address each. */
export function AdminPage() {
  return (
    <Box className={classes.page}>
      <Header>
        <AssistantEntry />
      </Header>
      <div className={classes.body}>
        <AdminNav />
        <Container component="main" id="content" size="lg" w="100%" miw={0} py="lg">
          <Switch>
            <Route path="/admin" component={OverviewPage} />
            <Route path="/admin/parameters" component={ParametersPage} />
            <Route path="/admin/portfolio" component={PortfolioPage} />
            <Route path="/admin/knowledge/:id?">{({ id }) => <KnowledgePage id={id} />}</Route>
            <Route path="/admin/understanding" component={UnderstandingPage} />
            <Route path="/admin/answers" component={LanguageModelPage} />
            <Route path="/admin/people" component={PeoplePage} />
            <Route path="/admin/integrations" component={IntegrationsPage} />
            <Route path="/admin/other-desk" component={OtherDeskPage} />
            <Route path="/admin/routing" component={RoutingPage} />
            <Route path="/admin/agreements" component={AgreementsPage} />
            <Route path="/admin/mapping" component={MappingPage} />
            <Route path="/admin/replies" component={RepliesPage} />
            <Route path="/admin/templates/:id?">{({ id }) => <TemplatesPage id={id} />}</Route>
            <Route path="/admin/privacy" component={PrivacyPage} />
            <Route path="/admin/audit" component={AuditPage} />
            <Route path="/admin/widget" component={WidgetPage} />
            <Route path="/admin/reports">
              <Suspense fallback={<Skeleton h={420} radius="lg" aria-hidden />}>
                <ReportsPage />
              </Suspense>
            </Route>
            <Route>
              <ProblemPage kind="not-found" part />
            </Route>
          </Switch>
        </Container>
      </div>
    </Box>
  );
}
