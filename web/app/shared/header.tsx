import { Anchor, Box, Group, Image, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { appTexts } from "../../texts/app.js";
import iconUrl from "../icon.svg";
import { AreaLinks } from "./area-links.js";
import { useSession, useTexts } from "./desk.js";
import classes from "./header.module.css";
import { LanguageMenu } from "./language-menu.js";
import { PersonMenu } from "./person-menu.js";
import { SchemeMenu } from "./scheme-menu.js";

/** The bar over the console, the admin area and the log-in page; `children` stand in its middle. */
export function Header({ children }: { children?: ReactNode }) {
  const t = useTexts(appTexts);
  const session = useSession();
  return (
    <Box component="header" className={classes.header}>
      <a className={classes.skip} href="#content">
        {t("nav.skip")}
      </a>
      <Group gap="lg" wrap="nowrap" miw={0}>
        <Anchor component={Link} href="/" underline="never" c="inherit">
          <Group gap={8} wrap="nowrap">
            <Image src={iconUrl} alt={t("product.name")} w={26} h={26} />
            <Text fw={700} visibleFrom="sm" aria-hidden>
              {t("product.name")}
            </Text>
          </Group>
        </Anchor>
        {session.status === "in" && <AreaLinks role={session.user.role} />}
      </Group>
      <Group gap={4} wrap="nowrap" miw={0}>
        {children}
        <LanguageMenu />
        <SchemeMenu />
        {session.status === "in" && <PersonMenu user={session.user} />}
      </Group>
    </Box>
  );
}
