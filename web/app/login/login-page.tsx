import { Box, Button, Center, Container, Paper, Stack, Text, Title } from "@mantine/core";
import { useCallback, useState } from "react";
import { Redirect, useSearch } from "wouter";
import { findHome } from "../../../contract/find-home.js";
import { toSafePath } from "../../../contract/safe-path.js";
import type { WaysIn } from "../../../contract/sign-on.js";
import { appTexts } from "../../texts/app.js";
import { signOnTexts } from "../../texts/sign-on/index.js";
import { useDesk, useSession, useTexts } from "../shared/desk.js";
import { Header } from "../shared/header.js";
import { useLoaded } from "../shared/use-loaded.js";
import { DemoAccounts, demoPassword } from "./demo-accounts.js";
import { LogInForm } from "./log-in-form.js";
import { SignOnPart } from "./sign-on-part.js";
import { useGuestChat } from "./use-guest-chat.js";

const passwordAlone: WaysIn = { password: true };

/** `/login?next=`: by the identity provider or with a password, then on to where the person wanted to go. */
export function LogInPage() {
  const t = useTexts(appTexts);
  const s = useTexts(signOnTexts);
  const { api } = useDesk();
  const session = useSession();
  const query = new URLSearchParams(useSearch());
  const [readiness] = useLoaded(useCallback(() => api.readReadiness(), [api]));
  const [ways] = useLoaded(useCallback(() => api.readWaysIn(), [api]));
  const [wantsPassword, setWantsPassword] = useState(false);
  const [filled, setFilled] = useState({ username: "", password: "" });
  useGuestChat(session.status === "in" ? "in" : "out");
  // Whatever cannot be read, a password may always be tried: the server decides whether it counts.
  const { password: hasPassword, signOn } = ways.status === "ready" ? ways.value : passwordAlone;
  const toHint = (): string => {
    if (!hasPassword) return s("password.emergency");
    return signOn ? s("hint", { name: signOn.name }) : t("log-in.hint");
  };
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
                {query.get("why") === "ended" && t("log-in.ended")}
                {query.get("why") !== "ended" && toHint()}
              </Text>
            </div>
            {ways.status !== "loading" && (
              <Paper withBorder p="lg" radius="lg">
                <Stack>
                  {signOn && (
                    <SignOnPart
                      name={signOn.name}
                      next={query.get("next")}
                      why={query.get("why")}
                      hasPassword={hasPassword}
                    />
                  )}
                  {hasPassword || wantsPassword ? (
                    <LogInForm key={filled.username} initial={filled} />
                  ) : (
                    <Button variant="subtle" size="compact-sm" onClick={() => setWantsPassword(true)}>
                      {s("password.show")}
                    </Button>
                  )}
                </Stack>
              </Paper>
            )}
            {isDemo && hasPassword && (
              <DemoAccounts onChoose={(username) => setFilled({ username, password: demoPassword })} />
            )}
          </Stack>
        </Container>
      </Center>
    </Box>
  );
}
