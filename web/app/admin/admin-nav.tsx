import {
  IconAdjustments,
  IconArrowsExchange,
  IconBook2,
  IconBulb,
  IconChartBar,
  IconClockCheck,
  IconGauge,
  IconMail,
  IconMessage2Bolt,
  IconMessageCircle,
  IconPlugConnected,
  IconRoute,
  IconSitemap,
  IconUsers,
} from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { adminTexts } from "../../texts/admin/index.js";
import { agreementsTexts } from "../../texts/agreements/index.js";
import { appTexts } from "../../texts/app.js";
import { integrationsTexts } from "../../texts/integrations/index.js";
import { reportsTexts } from "../../texts/reports/index.js";
import { routingTexts } from "../../texts/routing/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { understandingTexts } from "../../texts/understanding/index.js";
import { widgetAdminTexts } from "../../texts/widget-admin/index.js";
import { useMe, useTexts } from "../shared/desk.js";
import classes from "./admin.module.css";

const knowledgePath = /^\/admin\/knowledge/;
const reportsPath = /^\/admin\/reports/;

/** The pages of the admin area that are open to this person. */
export function AdminNav() {
  const t = useTexts(adminTexts);
  const tUnderstanding = useTexts(understandingTexts);
  const tWidget = useTexts(widgetAdminTexts);
  const tRouting = useTexts(routingTexts);
  const tAgreements = useTexts(agreementsTexts);
  const tApp = useTexts(appTexts);
  const tIntegrations = useTexts(integrationsTexts);
  const tReports = useTexts(reportsTexts);
  const { role } = useMe();
  const tTeam = useTexts(teamTexts);
  const [location] = useLocation();
  const places = [
    { href: "/admin", name: t("nav.overview"), Icon: IconGauge, under: /^\/admin\/?$/ },
    {
      href: "/admin/parameters",
      name: t("nav.parameters"),
      Icon: IconAdjustments,
      under: /^\/admin\/parameters/,
    },
    { href: "/admin/portfolio", name: t("nav.portfolio"), Icon: IconSitemap, under: /^\/admin\/portfolio/ },
    { href: "/admin/knowledge", name: tApp("nav.knowledge"), Icon: IconBook2, under: knowledgePath },
    {
      href: "/admin/understanding",
      name: tUnderstanding("title"),
      Icon: IconBulb,
      under: /^\/admin\/understanding/,
    },
    { href: "/admin/people", name: t("nav.people"), Icon: IconUsers, under: /^\/admin\/people/ },
    { href: "/admin/routing", name: tRouting("nav"), Icon: IconRoute, under: /^\/admin\/routing/ },
    {
      href: "/admin/agreements",
      name: tAgreements("nav.agreements"),
      Icon: IconClockCheck,
      under: /^\/admin\/agreements/,
    },
    {
      href: "/admin/mapping",
      name: tAgreements("nav.mapping"),
      Icon: IconArrowsExchange,
      under: /^\/admin\/mapping/,
    },
    {
      href: "/admin/replies",
      name: tTeam("replies.title"),
      Icon: IconMessage2Bolt,
      under: /^\/admin\/replies/,
    },
    { href: "/admin/templates", name: tApp("admin.templates"), Icon: IconMail, under: /^\/admin\/templates/ },
    { href: "/admin/widget", name: tWidget("nav"), Icon: IconMessageCircle, under: /^\/admin\/widget/ },
    {
      href: "/admin/integrations",
      name: tIntegrations("title"),
      Icon: IconPlugConnected,
      under: /^\/admin\/integrations/,
    },
    { href: "/admin/reports", name: tReports("nav"), Icon: IconChartBar, under: reportsPath },
  ];
  const open =
    role === "admin"
      ? places
      : places.filter(({ under }) => under === knowledgePath || under === reportsPath);
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {open.map(({ href, name, Icon, under }) => (
        <Link
          key={href}
          href={href}
          className={classes["nav-link"]}
          aria-current={under.test(location) ? "page" : undefined}
        >
          <Icon size={18} aria-hidden />
          {name}
        </Link>
      ))}
    </nav>
  );
}
