import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./shared/global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { Routes } from "./routes.js";
import { type Desk, DeskProvider, useLocale } from "./shared/desk.js";
import { ErrorBoundary } from "./shared/error-boundary.js";
import { cssVariablesResolver, theme } from "./shared/theme.js";
import { NowProvider } from "./shared/time.js";

/** The whole desk; `nonce` lets the style tags of the theme pass the content security policy. */
export function App({ desk, nonce }: { desk: Desk; nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-left" limit={4} />
      <DeskProvider desk={desk}>
        <DocumentLanguage />
        <NowProvider>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </NowProvider>
      </DeskProvider>
    </MantineProvider>
  );
}

function DocumentLanguage() {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
}
