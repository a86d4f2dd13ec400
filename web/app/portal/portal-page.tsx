import { Box, Container } from "@mantine/core";
import { Redirect, Route, Switch, useSearchParams } from "wouter";
import { ProblemPage } from "../problem/problem-page.js";
import { Header } from "../shared/header.js";
import { useChat } from "../shared/use-chat.js";
import { useChatStatus } from "../shared/use-chat-status.js";
import { ActivityPage } from "./activity-page.js";
import { CatalogPage } from "./catalog-page.js";
import { HomePage } from "./home-page.js";
import { ArticlePage } from "./knowledge/article-page.js";
import { KnowledgePage } from "./knowledge/knowledge-page.js";
import { PortalNav } from "./portal-nav.js";
import { SeenTicketsProvider } from "./seen-tickets.js";
import { ServicesPage } from "./services-page.js";
import { TicketNewsProvider } from "./ticket-news.js";
import { TicketPage } from "./ticket-page.js";
import { TicketsPage } from "./tickets-page.js";

/** What a requester sees: search, services, tickets, knowledge, and the chat on all of them. */
export function PortalPage() {
  const status = useChatStatus();
  useChat({ available: status !== undefined && status.mode !== "off", launcher: "shown" });
  const [query] = useSearchParams();
  const articleId = query.get("article");
  if (articleId) return <Redirect to={`/articles/${encodeURIComponent(articleId)}`} replace />;
  return (
    <SeenTicketsProvider>
      <TicketNewsProvider>
        <Header />
        <PortalNav />
        <Box component="main" id="content" pb={110}>
          <Container size="lg" py="lg">
            <PortalRoutes />
          </Container>
        </Box>
      </TicketNewsProvider>
    </SeenTicketsProvider>
  );
}

function PortalRoutes() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/services" component={ServicesPage} />
      <Route path="/services/:catalogId">{({ catalogId }) => <CatalogPage catalogId={catalogId} />}</Route>
      <Route path="/services/:catalogId/:activityId">
        {({ catalogId, activityId }) => <ActivityPage catalogId={catalogId} activityId={activityId} />}
      </Route>
      <Route path="/tickets" component={TicketsPage} />
      <Route path="/tickets/:number">{({ number }) => <TicketPage number={number} />}</Route>
      <Route path="/knowledge" component={KnowledgePage} />
      <Route path="/articles">
        <Redirect to="/knowledge" replace />
      </Route>
      <Route path="/articles/:id">{({ id }) => <ArticlePage id={id} />}</Route>
      <Route>
        <ProblemPage kind="not-found" part />
      </Route>
    </Switch>
  );
}
