import { mkdirSync } from "node:fs";
import { createBot } from "../bot/index.js";
import {
  type Config,
  createDirectory,
  createGuestLimits,
  type DeskTrail,
  type Log,
} from "../config/index.js";
import { isStaff } from "../contract/index.js";
import { createConversations } from "../conversation/index.js";
import { createHandoff } from "../handoff/index.js";
import { createAbsences } from "./absences/index.js";
import { createAddress } from "./address.js";
import { createAssistantDesk } from "./assistant-desk.js";
import { createChannels } from "./channels.js";
import { openBell, openRedis, openStore } from "./connections.js";
import { createColleagues } from "./consults.js";
import { createAdmits, createDoors } from "./doors.js";
import { createExchange } from "./exchange/index.js";
import { createExternalAssistant } from "./external-assistant/index.js";
import { createDeskFiles } from "./files/index.js";
import { createGroupHours } from "./group-hours.js";
import { createGuards } from "./guards.js";
import { createEars, createRecognize } from "./hearing.js";
import { createHooks } from "./hooks.js";
import { createInsight, joinHooks } from "./insight.js";
import { createKnowledge } from "./knowledge.js";
import { createLanguageModel } from "./language-model/index.js";
import { createDeskNames } from "./learning/desk-names.js";
import { createLearning } from "./learning/index.js";
import { createLease } from "./lease.js";
import { createMail } from "./mail.js";
import { createMailIn } from "./mail-in.js";
import { createMetrics } from "./metrics.js";
import { createNotifying } from "./notify/index.js";
import { createPeopleCare } from "./people-care.js";
import { createPersonOf } from "./person-of.js";
import { whoIsHere } from "./presence.js";
import { createPrivacyRules } from "./privacy/index.js";
import { createPrograms } from "./programs.js";
import { createRecordHooks, createRecords } from "./records/index.js";
import { createTell } from "./refusals/index.js";
import { createSettings } from "./settings.js";
import { createTargets } from "./targets.js";
import { createTeam } from "./team/index.js";
import { createTicketing } from "./ticketing.js";
import { createViews } from "./views.js";
import { createWall } from "./wall/index.js";
import { createWidget, initialActionOf, welcomeOf } from "./widget.js";

export type Domains = ReturnType<typeof createDomains>;

export interface DomainOptions extends Pick<Parameters<typeof createMailIn>[0], "resolveDns"> {
  readonly config: Config;
  readonly log: Log;
  readonly trail: DeskTrail;
  readonly now: () => number;
  readonly trainingWorker?: URL | undefined;
  /** Where the build keeps models it has trained ahead. */
  readonly modelsFolder?: string | undefined;
}

/** Builds the parts of the desk in the order of their dependencies. Nothing runs yet. */
export function createDomains(options: DomainOptions) {
  const { config, trail, now, trainingWorker, modelsFolder, resolveDns } = options;
  mkdirSync(config.store.dataDir, { recursive: true });
  const { store, log } = openStore(config, options);
  const failed = (error: unknown) => log.error({ err: error }, "Background work failed; it is tried again.");
  const redis = openRedis(config, log);
  const bell = openBell(redis, config, trail);
  const { prefix } = config.redis;

  const settings = createSettings({ config, log, store, redis, bell, now, failed });
  const { seal, audit, parameters, calendars, modes, accounts } = settings;
  const { endGuests, endSessionsOf } = accounts;
  const rules = createPrivacyRules({ store, bell, now, failed });
  const conversations = createConversations({ store, bell, now, failed, trail, mask: rules.mask });

  const files = createDeskFiles({ config, store, now, failed });
  const ticketing = createTicketing({ store, bell, parameters, calendars, now });
  const { catalog, ticketNews, tickets, interactions, agreements } = ticketing;
  const usesElsewhere = agreements.usesOfGroup;
  const directory = createDirectory({ store, now, accounts, groupsChanged: catalog.changed, usesElsewhere });

  const { stemmer, recognizer, detectLanguage } = createEars({ config, trainingWorker, modelsFolder });
  const knowledge = createKnowledge({ dataDir: config.store.dataDir, store, stemmer, bell, failed, now });
  const recognize = createRecognize({ recognizer, wording: knowledge.search.wording });
  const deskNames = createDeskNames({ catalog, now });
  const understanding = createLearning({
    ...{ store, catalog, recognizer, recognize, deskNames, stemmer, detectLanguage, parameters, bell },
    ...{ now, failed, ...knowledge },
  });

  const { widget, limit } = createWidget({ config, store, seal, bell, now, failed, endGuests });
  const insight = createInsight({ store, conversations, now });
  const address = createAddress(config.server);
  const notifying = createNotifying({
    ...{ config, store, seal, bell, parameters, subject: address.url, now, failed },
  });
  const handoff = createHandoff({
    store,
    conversations,
    bell,
    redis: redis === undefined ? undefined : { client: redis.commands, prefix },
    trail,
    hooks: notifying.notify.withTelling(
      joinHooks(createHooks(tickets, createRecordHooks({ tickets, interactions })), insight.hooks),
    ),
    admits: createAdmits(modes),
    hoursOf: createGroupHours(calendars),
    now,
    failed,
  });
  calendars.usedBy(handoff.routing.usesOfCalendar);
  calendars.onChanged(handoff.routing.changed);
  const targets = createTargets({ store, handoff, catalog, parameters });
  const doors = createDoors({ modes, targets, handoff, catalog, limit });
  const records = createRecords({ config, store, tickets, conversations, handoff, now });
  const consults = createColleagues({ store, conversations, bell, tickets, handoff, now, failed });
  const team = createTeam({ store, audit, conversations, handoff, bell, now });
  const wall = createWall({ store, handoff, now });
  const { mailer, templates } = createMail({ config, log, store, now });
  const absences = createAbsences({
    store,
    conversations,
    mailer,
    templates,
    templateId: () => parameters.idOf(447),
    whoIsHere: (accountIds) => whoIsHere(handoff, accountIds),
    baseUrl: address.url,
    now,
  });
  const exchange = createExchange({
    ...{ store, tickets, mailer, now, baseUrl: address.url },
    changed: ticketNews.tell,
    written: notifying.ticketMessages.written,
  });
  const views = createViews({ store, conversations, handoff, mailedIn: absences.mailedIn });
  const programs = createPrograms({
    ...{ config, store, seal, conversations, files, handoff, tickets, views, now, failed },
    ...{ changed: ticketNews.tell, baseUrl: address.url },
  });
  const metrics = createMetrics({ store, now });
  const tell = createTell();
  const languageModel = createLanguageModel({
    ...{ config, log, store, bell, stemmer, detectLanguage, now, ...knowledge },
    mask: rules.mask,
    answered: metrics.modelAnswered,
  });
  const desk = createAssistantDesk({
    tell,
    languageModel,
    welcome: (person, locale) => welcomeOf(widget, person, locale),
    initialAction: (person) => initialActionOf(widget, person),
    store,
    parameters,
    modes,
    doors,
    recognizer,
    recognize,
    deskNames,
    stemmer,
    detectLanguage,
    ...knowledge,
    catalog,
    tickets,
    handoff,
    conversations,
    records,
    askElsewhere: createExternalAssistant({ parameters, log }),
    files,
    now,
  });
  const personOf = createPersonOf(accounts);
  const lease = createLease(redis?.commands, prefix);
  const guards = createGuards({
    ...{ config, log, audit, redis, store, rules, files, conversations, handoff, insight, personOf, lease },
    ...{ endSessionsOf, now, failed },
  });
  const { turnTook } = metrics;
  const bot = createBot({ conversations, desk, now, log, personOf, lease, trail, turnTook });

  const channels = createChannels({
    ...{
      config,
      log,
      store,
      bell,
      accounts,
      parameters,
      apiTokens: programs.apiTokens,
      conversations,
      files,
      bot,
      personOf,
      lease,
      desk,
    },
    limits: guards.limits,
    mode: () => doors.modeFor({}),
    ...{ allowedOrigins: widget.allowedOrigins, baseUrl: address.url },
    rated: insight.satisfaction.rateInChannel,
    now,
    failed,
  });
  const mailbox = createMailIn({
    ...{ config, log, store, conversations, files, tickets, exchange, mailer, absences, accounts, personOf },
    ...{ parameters, detectLanguage, doors, rules, ticketNews, address, now, failed, resolveDns },
  });

  return {
    ...channels,
    log,
    store,
    redis,
    bell,
    ...settings,
    ...ticketing,
    doors,
    conversations,
    files,
    exchange,
    ...programs,
    ...guards,
    directory,
    ...createPeopleCare({
      ...{ config, store, log, now, accounts, team, audit, baseUrl: address.url, ...programs },
    }),
    records,
    recognizer,
    detectLanguage,
    ...understanding,
    ...knowledge,
    handoff,
    targets,
    consults,
    team,
    wall,
    ...notifying,
    address,
    mailer,
    templates,
    mailbox,
    absences,
    views,
    metrics,
    languageModel,
    insight,
    widget,
    guestLimits: createGuestLimits({ redis: redis?.commands, prefix }),
    desk,
    tell,
    bot,
    personOf,
    isStaff,
    failed,
  };
}
