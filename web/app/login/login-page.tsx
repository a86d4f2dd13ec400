import { Box, Center, Container, Paper, Stack, Text, Title } from "@mantine/core";
import { useCallback, useState } from "react";
import { Redirect, useSearch } from "wouter";
import { appTexts } from "../../texts/app.js";
import { useDesk, useSession, useTexts } from "../shared/desk.js";
import { Header } from "../shared/header.js";
import { useLoaded } from "../shared/use-loaded.js";
import { DemoAccounts, demoPassword } from "./demo-accounts.js";
import { findHome, toSafePath } from "./find-home.js";
import { LogInForm } from "./log-in-form.js";
import { useGuestChat } from "./use-guest-chat.js";

/** `/login?next=`: name and password, then on to where the person wanted to go. */
export function LogInPage() {
  const t = useTexts(appTexts);
  const { api } = useDesk();
  const session = useSession();
  const query = new URLSearchParams(useSearch());
  const [readiness] = useLoaded(useCallback(() => api.readReadiness(), [api]));
  const [filled, setFilled] = useState({ username: "", password: "" });
  useGuestChat(session.status === "in" ? "in" : "out");
  const isDemo = readiness.status === "ready" && readiness.value.demo === true;

  if (session.status === "in") {
    return <Redirect to={toSafePath(query.get("next")) ?? findHome(session.user.role)} replace />;
  }
  return (
    <Box mih="100dvh" style={{ display: "flex", flexDirection: "column" }}>
      <Header />
      <Center component="main" id="content" flex={1} py="xl">
        <Container w="100%" size={440}>
          <Stack gap="lg">
            <div>
              <Title order={1} size="h2">
                {t("log-in.title")}
              </Title>
              <Text c="dimmed" size="sm" mt={4}>
                {t(query.get("why") === "ended" ? "log-in.ended" : "log-in.hint")}
              </Text>
            </div>
            <Paper withBorder p="lg" radius="lg">
              <LogInForm key={filled.username} initial={filled} />
            </Paper>
            {isDemo && (
              <DemoAccounts onChoose={(username) => setFilled({ username, password: demoPassword })} />
            )}
          </Stack>
        </Container>
      </Center>
    </Box>
  );
}
