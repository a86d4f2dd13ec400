import { Group } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { Role } from "../../../contract/account.js";
import { appTexts } from "../../texts/app.js";
import { reportsTexts } from "../../texts/reports/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { mayAnswer, mayReadReports } from "./api.js";
import { useTexts } from "./desk.js";
import classes from "./header.module.css";

/** The areas as links in the bar; on a narrow screen they stand in the person's menu instead. */
export function AreaLinks({ role }: { role: Role }) {
  const t = useTexts(appTexts);
  const areas = useAreas(role);
  // A requester has one area: a single link would lead nowhere.
  if (areas.length < 2) return null;
  return (
    <Group component="nav" gap={2} wrap="nowrap" visibleFrom="sm" aria-label={t("nav.areas")}>
      {areas.map(({ href, label, here }) => (
        <Link key={href} href={href} className={classes.area} aria-current={here ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </Group>
  );
}

/** The areas that are open to this role, and which of them is shown. */
export function useAreas(
  role: Role,
): { readonly href: string; readonly label: string; readonly here: boolean }[] {
  const t = useTexts(appTexts);
  const tReports = useTexts(reportsTexts);
  const [location] = useLocation();
  const team = useTexts(teamTexts);
  const inWall = /^\/agent\/wall/.test(location);
  const inConsole = !inWall && /^\/agent(\/|$)/.test(location);
  const inReports = /^\/admin\/reports/.test(location);
  const inAdmin = /^\/admin(\/|$)/.test(location);
  return [
    { href: "/", label: t("nav.portal"), here: !inConsole && !inWall && !inAdmin },
    ...(mayAnswer(role) ? [{ href: "/agent", label: t("nav.console"), here: inConsole }] : []),
    ...(role === "supervisor" || role === "admin"
      ? [{ href: "/agent/wall", label: team("wall.title"), here: inWall }]
      : []),
    ...(role === "supervisor"
      ? [{ href: "/admin/knowledge", label: t("nav.knowledge"), here: inAdmin && !inReports }]
      : []),
    ...(role === "admin" ? [{ href: "/admin", label: t("nav.admin"), here: inAdmin }] : []),
    ...(role !== "admin" && mayReadReports(role)
      ? [{ href: "/admin/reports", label: tReports("nav"), here: inReports }]
      : []),
  ];
}
