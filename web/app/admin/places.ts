import {
  IconAdjustments,
  IconArrowsDoubleNeSw,
  IconArrowsExchange,
  IconBook2,
  IconBulb,
  IconChartBar,
  IconClockCheck,
  IconGauge,
  IconHistory,
  IconMail,
  IconMessage2Bolt,
  IconMessageCircle,
  IconPlugConnected,
  IconRoute,
  IconShieldLock,
  IconSitemap,
  IconSparkles,
  IconUsers,
} from "@tabler/icons-react";
import type { Role } from "../../../contract/account.js";
import { adminTexts } from "../../texts/admin/index.js";
import { agreementsTexts } from "../../texts/agreements/index.js";
import { appTexts } from "../../texts/app.js";
import { integrationsTexts } from "../../texts/integrations/index.js";
import { languageModelTexts } from "../../texts/language-model/index.js";
import { otherDeskTexts } from "../../texts/other-desk/index.js";
import { privacyTexts } from "../../texts/privacy/index.js";
import { reportsTexts } from "../../texts/reports/index.js";
import { routingTexts } from "../../texts/routing/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { understandingTexts } from "../../texts/understanding/index.js";
import { widgetAdminTexts } from "../../texts/widget-admin/index.js";
import { mayReadReports } from "../shared/api.js";
import { useTexts } from "../shared/desk.js";

/** A page of the administration; `open` says who beside the admin may see it. */
export interface AdminPlace {
  readonly href: string;
  readonly name: string;
  readonly Icon: typeof IconGauge;
  readonly open?: (role: Role) => boolean;
}

export interface AdminSection {
  readonly name: string;
  readonly places: readonly AdminPlace[];
}

/** The pages of the administration in their sections, those left out that are closed to this role. */
export function useAdminSections(role: Role): AdminSection[] {
  return useSections()
    .map((section) => ({
      ...section,
      places: section.places.filter(({ open }) => role === "admin" || open?.(role)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** Whether the address is this page or one below it. */
export function isAt(location: string, { href }: AdminPlace): boolean {
  return location === href || (href !== "/admin" && location.startsWith(`${href}/`));
}

function useSections(): readonly AdminSection[] {
  const t = useTexts(adminTexts);
  const app = useTexts(appTexts);
  const agreements = useTexts(agreementsTexts);
  const privacy = useTexts(privacyTexts);
  return [
    {
      name: t("section.desk"),
      places: [
        { href: "/admin", name: t("nav.overview"), Icon: IconGauge },
        {
          href: "/admin/reports",
          name: useTexts(reportsTexts)("nav"),
          Icon: IconChartBar,
          open: mayReadReports,
        },
        { href: "/admin/portfolio", name: t("nav.portfolio"), Icon: IconSitemap },
        { href: "/admin/people", name: t("nav.people"), Icon: IconUsers },
      ],
    },
    {
      name: t("section.assistant"),
      places: [
        {
          href: "/admin/knowledge",
          name: app("nav.knowledge"),
          Icon: IconBook2,
          open: (role) => role === "supervisor",
        },
        { href: "/admin/understanding", name: useTexts(understandingTexts)("title"), Icon: IconBulb },
        { href: "/admin/answers", name: useTexts(languageModelTexts)("title"), Icon: IconSparkles },
      ],
    },
    {
      name: t("section.attendance"),
      places: [
        { href: "/admin/routing", name: useTexts(routingTexts)("nav"), Icon: IconRoute },
        { href: "/admin/agreements", name: agreements("nav.agreements"), Icon: IconClockCheck },
        { href: "/admin/mapping", name: agreements("nav.mapping"), Icon: IconArrowsExchange },
        { href: "/admin/replies", name: useTexts(teamTexts)("replies.title"), Icon: IconMessage2Bolt },
      ],
    },
    {
      name: t("section.channels"),
      places: [
        { href: "/admin/widget", name: useTexts(widgetAdminTexts)("nav"), Icon: IconMessageCircle },
        { href: "/admin/templates", name: app("admin.templates"), Icon: IconMail },
        { href: "/admin/integrations", name: useTexts(integrationsTexts)("title"), Icon: IconPlugConnected },
        { href: "/admin/other-desk", name: useTexts(otherDeskTexts)("title"), Icon: IconArrowsDoubleNeSw },
      ],
    },
    {
      name: t("section.system"),
      places: [
        { href: "/admin/parameters", name: t("nav.parameters"), Icon: IconAdjustments },
        { href: "/admin/privacy", name: privacy("nav.privacy"), Icon: IconShieldLock },
        { href: "/admin/audit", name: privacy("nav.audit"), Icon: IconHistory },
      ],
    },
  ];
}
