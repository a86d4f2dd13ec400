import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createClaimGuestTalk } from "./app/claim-guest-talk.js";
import { createDomains, type DomainOptions, type Domains } from "./app/domains.js";
import { greet } from "./app/greet.js";
import { guardGuests } from "./app/guest-doors.js";
import { createHandlers } from "./app/handlers.js";
import { createHealth } from "./app/health.js";
import { createInitAttendance } from "./app/init-attendance.js";
import { runMail } from "./app/mail-in.js";
import { makeReady } from "./app/make-ready.js";
import { createMayScrape } from "./app/may-scrape.js";
import { createModeViews } from "./app/mode-views.js";
import { createOverview } from "./app/overview.js";
import { maskHandlers } from "./app/privacy/index.js";
import { createRegroup, lookAfterSockets } from "./app/regroup.js";
import { createRoutes, directLineStreams } from "./app/routes/index.js";
import { tellOwnOffer } from "./app/tell-offers.js";
import { createTellTyping } from "./app/tell-typing.js";
import { tellWaiting } from "./app/tell-waiting.js";
import { wallEveryMs } from "./app/wall/index.js";
import { admitGuests } from "./app/widget.js";
import { connectWires } from "./app/wires.js";
import {
  type Config,
  clientAddress,
  createOtlpTracer,
  createTrail,
  type DeskTrail,
  type Log,
} from "./config/index.js";
import { loop } from "./conversation/index.js";
import { isKnownOrigin, isSameOrigin } from "./http/security.js";
import { createHttp, type HttpOptions } from "./http.js";
import { createSockets, type Sockets } from "./sockets.js";
import { isStoreAway, newId } from "./store/index.js";

export interface AppOptions extends Pick<DomainOptions, "resolveDns"> {
  readonly config: Config;
  readonly log: Log;
  /** The one the log was given too. */
  readonly trail?: DeskTrail;
  /** Where the project lies: its pages and the demo desk's articles. */
  readonly rootFolder: string;
  /** The compiled entry of the thread that trains the recognizer; without it training blocks this one. */
  readonly trainingWorker?: URL;
  readonly now?: () => number;
  /** Takes the place of parts, for tests. */
  readonly overrides?: Partial<Domains>;
}

export interface App {
  readonly domains: Domains;
  /** Resolves with the port when the desk serves. */
  start(): Promise<number>;
  /**
   * Takes nothing new, ends what is under way, then closes everything; may be called more than once. With `drainMs` it
   * goes on serving for so long while `/readyz` says 503, so that balancers send people to other nodes first.
   */
  stop(options?: { readonly drainMs?: number }): Promise<void>;
}

/** The composition root: everything the desk consists of, wired in one place. Construction does no I/O. */
export function createApp(options: AppOptions): App {
  const { config, rootFolder, now = Date.now, overrides } = options;
  const { trail = createTrail() } = options;
  const modelsFolder = join(rootFolder, "dist", "models");
  const domains: Domains = {
    ...createDomains({ ...options, trail, now, modelsFolder }),
    ...overrides,
  };
  const { log, store, redis, parameters, accounts, conversations, handoff, bot, widget, limits } = domains;
  const { server } = config;
  const isHttps = server.publicUrl?.startsWith("https:") ?? false;
  const sessionSeconds = () => (parameters.numberOf(449) ?? config.sessions.hours * 60) * 60;
  const stopping = new AbortController();
  // Every loop of the desk listens to it; their number is no leak.
  setMaxListeners(0, stopping.signal);

  const authenticate = admitGuests(accounts.authenticate, widget);
  const addressOf: HttpOptions["addressOf"] = (request) =>
    clientAddress({ ...request, trustedProxies: server.trustedProxies });

  const health = createHealth({
    store,
    handoff,
    isTrained: domains.training.isTrained,
    follower: domains.follower,
    search: domains.search,
    isDemo: config.desk.isDemo,
  });
  const http = createHttp({
    routes: createRoutes({
      ...domains,
      initAttendance: createInitAttendance({ ...domains, now }),
      health,
      mayScrape: createMayScrape(config.secrets.metricsToken),
      readModes: createModeViews({ ...domains, now }),
      overview: createOverview({ ...domains, health }),
      now,
      isHttps,
      sessionSeconds,
      authenticate,
      claimGuestTalk: createClaimGuestTalk({
        store,
        conversations,
        now,
        endSessionsOf: (id) => accounts.endSessionsOf(id, "logged-out"),
      }),
    }),
    streams: directLineStreams(domains),
    webFolder: join(rootFolder, "dist", "web"),
    allowedOrigins: widget.allowedOrigins,
    isHttps,
    maxBodyBytes: server.maxBodyBytes,
    log,
    trail,
    newRequestId: newId,
    took: domains.metrics.answerTook,
    ...{ tell: domains.tell, shape: domains.scim.shape },
    isPassing: isStoreAway,
    authenticate: domains.admitPrograms(authenticate),
    addressOf,
    admits: limits.request,
  });

  const handlers = createHandlers({
    ...domains,
    tellTyping: createTellTyping(domains, () => sockets),
  });
  const regroup = createRegroup({ ...domains, now, signal: stopping.signal }, () => sockets);
  const sockets: Sockets = createSockets({
    server: http.server,
    log,
    trail,
    newRequestId: newId,
    tell: domains.tell,
    isPassing: isStoreAway,
    handlers: guardGuests(
      maskHandlers(handlers, domains.privacy.rules.mask),
      () => widget.settings().guest.reachesPeople,
    ),
    authenticate,
    addressOf,
    originOf: (headers) =>
      isSameOrigin(headers) ? "own" : isKnownOrigin(headers, widget.allowedOrigins()) ? "known" : "foreign",
    allowedOrigins: widget.allowedOrigins,
    connected: (person, socketId) =>
      greet(
        [
          async () => regroup.connected(person.accountId),
          () => handoff.people.connected(person.accountId, socketId),
          () => tellWaiting({ handoff, sockets, person, socketId }),
          () => tellOwnOffer({ handoff, sockets, person, socketId }),
        ],
        () => sockets.isHere(socketId),
      ),
    disconnected: async (person, socketId) => {
      domains.team.viewing.left(socketId);
      await handoff.people.disconnected(person.accountId, socketId);
    },
    moved: (accountId) => regroup.moved({ accountId }),
    followed: conversations.follow,
    unfollowed: conversations.unfollow,
    admits: async (caller, name) => {
      accounts.noteUse(caller.principal.sessionId);
      return (await limits.socket(caller.principal, name)) && domains.guestLimits.admits(caller, name);
    },
    took: domains.metrics.requestTook,
  });
  domains.metrics.watch({ health, countSockets: () => sockets.present().length });
  const cutWires = connectWires({ ...domains, sockets, regroup });
  const measureGold = () => domains.learning.meter.look(stopping.signal);
  let background: Promise<unknown> = Promise.resolve();

  return {
    domains,
    start: async () => {
      if (config.tracing !== undefined) trail.traceWith(await createOtlpTracer(config.tracing));
      redis?.commands.connect().catch(() => undefined);
      redis?.subscriber.connect().catch(() => undefined);
      await makeReady(domains, { config, rootFolder, now, signal: stopping.signal });
      domains.training.onTrained(() => void measureGold().catch(domains.failed));
      handoff.start(stopping.signal);
      domains.delivery.start();
      const upkeep = { signal: stopping.signal, failed: domains.failed };
      background = Promise.all([
        loop(1500, conversations.catchUp, upkeep),
        loop(800, domains.catalog.refresh, upkeep),
        loop(1000, widget.refresh, upkeep),
        loop(1000, domains.directLine.look, upkeep),
        loop(1000, domains.privacy.rules.refresh, upkeep),
        loop(1000, () => domains.privacy.sweepErasures(stopping.signal), upkeep),
        loop(3_600_000, () => domains.privacy.sweepOld(stopping.signal), upkeep),
        loop(1500, domains.team.notes.catchUp, upkeep),
        loop(wallEveryMs, domains.wall.tell, upkeep),
        loop(15_000, domains.lookAfterPeople, upkeep),
        loop(2000, bot.sweep, upkeep),
        loop(2000, domains.delivery.sweep, upkeep),
        loop(1000, domains.absences.look, upkeep),
        loop(1500, domains.consults.catchUp, upkeep),
        loop(5000, domains.consults.sweep, upkeep),
        runMail(domains, upkeep),
        loop(1000, domains.lookAfterPrograms, upkeep),
        loop(10_000, domains.training.refresh, upkeep),
        loop(10_000, measureGold, upkeep),
        loop(5000, domains.files.lookAfter, upkeep),
        loop(60_000, () => domains.keepIndex(stopping.signal), upkeep),
        loop(5000, domains.records.sweepAbandoned, upkeep),
        loop(5000, domains.notify.sweep, upkeep),
        loop(60_000, domains.records.answered.sweep, upkeep),
        loop(300_000, accounts.sweep, upkeep),
        loop(600, () => lookAfterSockets(accounts, sockets), upkeep),
      ]);
      const port = await http.listen(server.port, server.host);
      domains.address.listensAt(port);
      return port;
    },
    stop: async ({ drainMs = 0 } = {}) => {
      health.stop();
      if (drainMs > 0) await wait(drainMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      stopping.abort();
      domains.mailer.stop();
      const closed = http.close();
      // First of all: people who go on writing would keep the assistant busy for ever.
      await sockets.drain();
      await bot.stop();
      await domains.delivery.stop();
      await conversations.idle();
      // While the sockets still say who is here.
      await domains.absences.look().catch(domains.failed);
      await sockets.close();
      await Promise.all([closed, background]);
      await Promise.all([domains.webhooks.stop(), domains.otherDesks.stop()]);
      await handoff.stopped();
      cutWires();
      domains.stopKnowledge();
      redis?.commands.disconnect();
      redis?.subscriber.disconnect();
      await store.close();
      await trail.close();
    },
  };
}
