import { Box, Container } from "@mantine/core";
import { Route, Switch } from "wouter";
import { ProblemPage } from "../problem/problem-page.js";
import { Header } from "../shared/header.js";
import { ChatRequestPage } from "./chat-request-page.js";
import { InteractionPage } from "./interaction-page.js";
import classes from "./records.module.css";
import { RecordsPage } from "./records-page.js";
import { StaffTicketPage } from "./staff-ticket-page.js";

/** `/agent/records` and `/agent/tickets`: what attendants look up and work on beside the talks. */
export function RecordsArea() {
  return (
    <Box className={classes.page}>
      <Header />
      <Container component="main" id="content" size="xl" w="100%" py="lg">
        <Switch>
          <Route path="/agent/records">
            <RecordsPage tab="requests" />
          </Route>
          <Route path="/agent/records/mine">
            <RecordsPage tab="mine" />
          </Route>
          <Route path="/agent/records/interactions">
            <RecordsPage tab="interactions" />
          </Route>
          <Route path="/agent/records/chat/:id">{({ id }) => <ChatRequestPage key={id} id={id} />}</Route>
          <Route path="/agent/records/interactions/:number">
            {({ number }) => <InteractionPage key={number} number={number} />}
          </Route>
          <Route path="/agent/tickets/:number">
            {({ number }) => <StaffTicketPage key={number} number={number} />}
          </Route>
          <Route>
            <ProblemPage kind="not-found" part />
          </Route>
        </Switch>
      </Container>
    </Box>
  );
}
