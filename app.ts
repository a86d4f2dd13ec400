import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { createClaimGuestTalk } from "./app/claim-guest-talk.js";
import { createCloseTalk } from "./app/close-talk.js";
import { waitForStore } from "./app/connections.js";
import { refuseDemoPasswords, seedDemo } from "./app/demo.js";
import { createDomains, type Domains } from "./app/domains.js";
import { guardGuests } from "./app/guest-doors.js";
import { createHandlers } from "./app/handlers.js";
import { createHealth } from "./app/health.js";
import { createInitAttendance } from "./app/init-attendance.js";
import { createLimits } from "./app/limits.js";
import { createModeViews } from "./app/mode-views.js";
import { createOverview } from "./app/overview.js";
import { createRoutes } from "./app/routes/index.js";
import { tellOwnOffer } from "./app/tell-offers.js";
import { tellWaiting } from "./app/tell-waiting.js";
import { admitGuests } from "./app/widget.js";
import { connectWires } from "./app/wires.js";
import { type Config, clientAddress, type Log } from "./config/index.js";
import { loop } from "./conversation/index.js";
import { isKnownOrigin, isSameOrigin } from "./http/security.js";
import { createHttp, type HttpOptions } from "./http.js";
import { createSockets } from "./sockets.js";
import { migrate } from "./store/index.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
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
  /** Takes nothing new, ends what is under way, then closes everything; may be called more than once. */
  stop(): Promise<void>;
}

/** The composition root: everything the desk consists of, wired in one place. Construction does no I/O. */
export function createApp(options: AppOptions): App {
  const { config, log, rootFolder, trainingWorker, now = Date.now, overrides } = options;
  const modelsFolder = join(rootFolder, "dist", "models");
  const domains: Domains = {
    ...createDomains({ config, log, now, trainingWorker, modelsFolder }),
    ...overrides,
  };
  const { store, redis, parameters, accounts, conversations, handoff, bot, widget } = domains;
  const { server, limits } = config;
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
    isDemo: config.desk.isDemo,
  });
  const http = createHttp({
    routes: createRoutes({
      ...domains,
      initAttendance: createInitAttendance({ ...domains, now }),
      health,
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
    webFolder: join(rootFolder, "dist", "web"),
    allowedOrigins: widget.allowedOrigins,
    isHttps,
    maxBodyBytes: server.maxBodyBytes,
    log,
    tell: domains.tell,
    authenticate,
    addressOf,
  });

  const handlers = createHandlers({
    ...domains,
    tellTyping: (typing) => {
      const { socketId, ...fact } = typing;
      sockets.toConversation(fact.conversationId, "typing:changed", fact, socketId);
      domains.bell.ring("typing", JSON.stringify(fact));
    },
    closeTalk: createCloseTalk({ store, conversations, handoff, insight: domains.insight, now }),
  });
  const admits = createLimits(limits.messagesPerMinute);
  const sockets = createSockets({
    server: http.server,
    log,
    tell: domains.tell,
    handlers: guardGuests(handlers, () => widget.settings().guest.reachesPeople),
    authenticate,
    addressOf,
    originOf: (headers) =>
      isSameOrigin(headers) ? "own" : isKnownOrigin(headers, widget.allowedOrigins()) ? "known" : "foreign",
    allowedOrigins: widget.allowedOrigins,
    connected: async (person, socketId) => {
      await handoff.people.connected(person.accountId, socketId);
      await tellWaiting({ handoff, sockets, person, socketId });
      await tellOwnOffer({ handoff, sockets, person, socketId });
    },
    disconnected: (person, socketId) => handoff.people.disconnected(person.accountId, socketId),
    followed: conversations.follow,
    unfollowed: conversations.unfollow,
    admits: async (caller, name) => {
      accounts.noteUse(caller.principal.sessionId);
      return (await admits(caller.principal, name)) && domains.guestLimits.admits(caller, name);
    },
    took: domains.metrics.requestTook,
  });
  const cutWires = connectWires({ ...domains, sockets });
  let background: Promise<unknown> = Promise.resolve();

  return {
    domains,
    start: async () => {
      redis?.commands.connect().catch(() => undefined);
      redis?.subscriber.connect().catch(() => undefined);
      await waitForStore(store, log, stopping.signal);
      await migrate(store);
      if (config.desk.isDemo) await seedDemo(domains, rootFolder, now);
      else if (!server.onLoopback) await refuseDemoPasswords(accounts);
      await parameters.start(stopping.signal);
      await domains.calendars.start(stopping.signal);
      await widget.refresh();
      await domains.modes.start(stopping.signal);
      await domains.folders.start();
      await domains.follower.start();
      await domains.learning.searchWords.start(stopping.signal);
      // A desk that cannot be taught still finds articles by their words; the next round tries again.
      await domains.training.refresh().catch(domains.failed);
      handoff.start(stopping.signal);
      domains.delivery.start();
      const upkeep = { signal: stopping.signal, failed: domains.failed };
      background = Promise.all([
        loop(1500, conversations.catchUp, upkeep),
        loop(1000, widget.refresh, upkeep),
        loop(1500, domains.team.notes.catchUp, upkeep),
        loop(1000, domains.wall.tell, upkeep),
        loop(15_000, async () => domains.team.viewing.sweep(), upkeep),
        loop(2000, bot.sweep, upkeep),
        loop(2000, domains.delivery.sweep, upkeep),
        loop(1000, domains.absences.look, upkeep),
        loop(1500, domains.consults.catchUp, upkeep),
        loop(5000, domains.consults.sweep, upkeep),
        loop(1000, domains.mailer.sendDue, upkeep),
        loop(3_600_000, domains.mailer.forgetOld, upkeep),
        loop(10_000, domains.training.refresh, upkeep),
        loop(10_000, () => domains.learning.meter.look(stopping.signal), upkeep),
        loop(3_600_000, domains.files.sweep, upkeep),
        loop(5000, domains.records.sweepAbandoned, upkeep),
        loop(60_000, domains.records.answered.sweep, upkeep),
        loop(300_000, accounts.sweep, upkeep),
        loop(800, async () => endSessions(await accounts.endedAmong(sockets.sessions())), upkeep),
      ]);
      const port = await http.listen(server.port, server.host);
      domains.address.listensAt(port);
      return port;
    },
    stop: async () => {
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
      await closed;
      await background;
      await handoff.stopped();
      cutWires();
      domains.folders.stop();
      domains.follower.stop();
      redis?.commands.disconnect();
      redis?.subscriber.disconnect();
      await store.close();
    },
  };

  function endSessions(ended: readonly string[]): void {
    for (const id of ended) sockets.endSession(id, "expired");
  }
}
