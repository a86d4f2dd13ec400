import { describeApi } from "../../http/openapi/index.js";
import type { Route } from "../../http/route.js";
import { type Audit, auditRoutes, emergencyAct, socketMethod, summaryOfAsk } from "../audit/index.js";
import { maskRoutes } from "../privacy/index.js";
import type { KeptAnswers } from "../kept-answers.js";
import type { MayScrape } from "../may-scrape.js";
import type { Metrics } from "../metrics.js";
import { type AgreementRouteParts, agreementRoutes } from "./agreements.js";
import { type ApiTokenRouteParts, apiTokenRoutes } from "./api-tokens.js";
import { type ArticleRouteParts, articleRoutes } from "./articles.js";
import { type AuditRouteParts, auditRoutes as auditReadingRoutes } from "./audit.js";
import { type CalendarRouteParts, calendarRoutes } from "./calendars.js";
import { type CannedRouteParts, cannedRoutes } from "./canned.js";
import { type ChannelRouteParts, channelRoutes } from "./channels.js";
import { type ChatStatusRouteParts, chatStatusRoutes } from "./chat-status.js";
import { type ConsultRouteParts, consultRoutes } from "./consults.js";
import { type DeskRouteParts, deskRoutes } from "./desk.js";
import { type DirectLineRouteParts, directLineRoutes } from "./direct-line.js";
import { type Alone, taggedRoutes } from "./etags.js";
import { type ExchangeRouteParts, exchangeRoutes } from "./exchange.js";
import { type FileRouteParts, fileRoutes } from "./files.js";
import { type KnowledgeRouteParts, knowledgeRoutes } from "./knowledge.js";
import { type LanguageModelRouteParts, languageModelRoutes } from "./language-model.js";
import { type LifeRouteParts, lifeRoutes } from "./life.js";
import { type MailRouteParts, mailRoutes } from "./mail.js";
import { type MailboxRouteParts, mailboxRoutes } from "./mailbox.js";
import { type ModeRouteParts, modeRoutes } from "./modes.js";
import { type NotificationRouteParts, notificationRoutes } from "./notifications.js";
import { onceRoutes } from "./once.js";
import { type OtherDeskRouteParts, otherDeskRoutes } from "./other-desk.js";
import { type PeopleRouteParts, peopleRoutes } from "./people.js";
import { type PortfolioRouteParts, portfolioRoutes } from "./portfolio.js";
import { type PrivacyRouteParts, privacyRoutes } from "./privacy.js";
import { type RecordRouteParts, recordRoutes } from "./records.js";
import { type ReportRouteParts, reportRoutes } from "./reports.js";
import { type RestChannelRouteParts, restChannelRoutes } from "./rest-channel.js";
import { type RoutingRouteParts, routingRoutes } from "./routing.js";
import { type SatisfactionRouteParts, satisfactionRoutes } from "./satisfaction.js";
import { type ScimRouteParts, scimRoutes } from "./scim.js";
import { type SessionRouteParts, sessionRoutes } from "./session.js";
import { type SignOnRouteParts, signOnRoutes } from "./sign-on.js";
import { type TeamRouteParts, teamRoutes } from "./team.js";
import { type TicketWorkRouteParts, ticketWorkRoutes } from "./ticket-work.js";
import { type TicketRouteParts, ticketRoutes } from "./tickets.js";
import { type UnderstandingRouteParts, understandingRoutes } from "./understanding.js";
import { type WebhookRouteParts, webhookRoutes } from "./webhooks.js";
import { type WidgetRouteParts, widgetRoutes } from "./widget.js";

export { directLineStreams } from "./direct-line.js";

export type RouteParts = SessionRouteParts &
  SignOnRouteParts &
  ScimRouteParts &
  TicketRouteParts &
  ArticleRouteParts &
  KnowledgeRouteParts &
  DeskRouteParts &
  ChannelRouteParts &
  ChatStatusRouteParts &
  MailRouteParts &
  MailboxRouteParts &
  PortfolioRouteParts &
  PeopleRouteParts &
  CalendarRouteParts &
  ReportRouteParts &
  SatisfactionRouteParts &
  WidgetRouteParts &
  ModeRouteParts &
  UnderstandingRouteParts &
  FileRouteParts &
  ExchangeRouteParts &
  RestChannelRouteParts &
  DirectLineRouteParts &
  ApiTokenRouteParts &
  WebhookRouteParts &
  OtherDeskRouteParts &
  RoutingRouteParts &
  TicketWorkRouteParts &
  RecordRouteParts &
  AgreementRouteParts &
  ConsultRouteParts &
  TeamRouteParts &
  CannedRouteParts &
  NotificationRouteParts &
  AuditRouteParts &
  PrivacyRouteParts &
  LanguageModelRouteParts & {
    readonly audit: Audit;
    readonly keptAnswers: KeptAnswers;
    readonly alone: Alone;
  } & Pick<LifeRouteParts, "health"> & {
    readonly metrics: Metrics;
    readonly mayScrape: MayScrape;
  };

const apiVersion = "1";

/** Every address the desk answers at. */
export function createRoutes(parts: RouteParts): Route[] {
  const routes: Route[] = [
    ...sessionRoutes(parts),
    ...signOnRoutes(parts),
    ...scimRoutes(parts),
    ...ticketRoutes(parts),
    ...articleRoutes(parts),
    ...knowledgeRoutes(parts),
    ...deskRoutes(parts),
    ...channelRoutes(parts),
    ...chatStatusRoutes(parts),
    ...mailRoutes(parts),
    ...mailboxRoutes(parts),
    ...portfolioRoutes(parts),
    ...peopleRoutes(parts),
    ...calendarRoutes(parts),
    ...reportRoutes(parts),
    ...satisfactionRoutes(parts),
    ...widgetRoutes(parts),
    ...modeRoutes(parts),
    ...understandingRoutes(parts),
    ...fileRoutes(parts),
    ...exchangeRoutes(parts),
    ...apiTokenRoutes(parts),
    ...webhookRoutes(parts),
    ...otherDeskRoutes(parts),
    ...restChannelRoutes(parts),
    ...directLineRoutes(parts),
    ...routingRoutes(parts),
    ...ticketWorkRoutes(parts),
    ...recordRoutes(parts),
    ...agreementRoutes(parts),
    ...consultRoutes(parts),
    ...teamRoutes(parts),
    ...cannedRoutes(parts),
    ...notificationRoutes(parts),
    ...privacyRoutes(parts),
    ...languageModelRoutes(parts),
    ...auditReadingRoutes(parts, (method, path) => summaryOf(routes, method, path)),
  ];
  const life = lifeRoutes({
    health: parts.health,
    metrics: parts.metrics.text,
    mayScrape: parts.mayScrape,
    describe: () => describeApi([...routes, ...life], apiVersion),
  });
  const masked = maskRoutes([...routes, ...life], parts.privacy.rules.mask);
  const audited = auditRoutes(masked, parts.audit);
  return onceRoutes(taggedRoutes(audited, parts.alone), parts.keptAnswers);
}

/** What an address does, as the API describes it; nothing for one that is gone. */
function summaryOf(routes: readonly Route[], method: string, path: string): string {
  if (method === socketMethod) return summaryOfAsk(path);
  if (method === emergencyAct.method) return emergencyAct.summary;
  const name = method === "DELETE" ? "del" : method.toLowerCase();
  return routes.find((route) => route.path === path && route.method === name)?.summary ?? "";
}
