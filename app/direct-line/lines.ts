import { z } from "zod";
import type { ChannelLinks, Conversations, TalkPart } from "../../conversation/index.js";
import type { StreamLine } from "../../http/streams.js";
import type { Bell } from "../../store/index.js";
import type { TalkKey } from "./callers.js";
import type { Place } from "./place.js";
import { type ReadParts, readTalk } from "./read-talk.js";
import { botId, headOf, type ShownActivity } from "./shown.js";
import { externalIdOf, talkIdOf } from "./talks.js";

/** More windows than one person opens on one talk. */
const mostPerTalk = 20;
const topic = "direct-line";
/** How many talks one look at the store asks for. */
const lookAtOnce = 500;

export interface LinesOptions extends ReadParts {
  readonly conversations: Pick<Conversations, "after" | "events">;
  readonly links: Pick<ChannelLinks, "partsOf">;
  readonly bell: Bell;
  /** Whether a site's secret still counts. */
  isLive(site: string): Promise<boolean>;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export interface Typing {
  readonly conversationId: string;
  readonly accountId: string;
  readonly on: boolean;
}

export interface Lines {
  /** Tells this client what is new beyond a place, in order and once each, until it goes. */
  open(key: TalkKey, from: Place, line: StreamLine): void;
  hasRoom(key: TalkKey): boolean;
  /** The talk has got another conversation. */
  grown(key: TalkKey): void;
  /** Tells who is there now of something that is kept nowhere. */
  pass(key: TalkKey, activity: ShownActivity): void;
  /** Somebody types in one of the talks that are read here; the person of the talk is not told of themselves. */
  showTyping(typing: Typing): void;
  /** Finds what no bell told; run it every two seconds or so. */
  look(): Promise<void>;
  /** Ends the lines of sites whose secret counts no more. */
  endRevoked(): Promise<void>;
}

interface Open {
  readonly key: TalkKey;
  readonly line: StreamLine;
  place: Place;
  isSending: boolean;
  isToLook: boolean;
}

const bellSchema = z.object({ talk: z.string(), activity: z.unknown().optional() });

/**
 * The open lines of this node. Each is sent one page after the other and no sooner than the network has taken the last
 * one, from the log alone: a line that breaks loses nothing, because its client comes back with its watermark.
 */
export function createLines(options: LinesOptions): Lines {
  const { conversations, links, bell } = options;
  const byTalk = new Map<string, Set<Open>>();
  /** Which talk a conversation is of, and whose, of those somebody here reads. */
  const talkOf = new Map<string, { readonly talk: string; readonly requesterId: string }>();

  conversations.events.on("stored", ({ conversationId }) => kickTalkOf(conversationId));
  bell.on("conversation", kickTalkOf);
  bell.on(topic, (payload) => {
    const heard = bellSchema.safeParse(JSON.parse(payload)).data;
    if (heard === undefined) return;
    if (heard.activity === undefined) kickAll(heard.talk);
    else write(heard.talk, { activities: [heard.activity] });
  });

  function kickTalkOf(conversationId: string): void {
    const known = talkOf.get(conversationId);
    if (known !== undefined) kickAll(known.talk);
  }

  function kickAll(talk: string): void {
    for (const one of byTalk.get(talk) ?? []) kick(one);
  }

  function kick(one: Open): void {
    one.isToLook = true;
    if (one.isSending) return;
    one.isSending = true;
    send(one)
      .catch((error: unknown) => {
        options.failed(error);
        one.isToLook = false;
        // It comes back by itself, with its watermark.
        one.line.close(1011);
      })
      .finally(() => {
        one.isSending = false;
        if (one.isToLook) kick(one);
      });
  }

  async function send(one: Open): Promise<void> {
    while (one.isToLook) {
      one.isToLook = false;
      for (;;) {
        const page = await readTalk(options, one.key, one.place);
        if (page.isLast) break;
        // A line that has gone takes nothing more, and that is no fault.
        if (page.set.activities.length > 0 && !(await isTaken(one.line, page.set))) return;
        one.place = page.place;
      }
    }
  }

  function write(talk: string, set: object): void {
    for (const { line } of byTalk.get(talk) ?? []) void isTaken(line, set);
  }

  async function learn(talks: readonly string[]): Promise<void> {
    for (const part of await links.partsOf(talks)) keep(part);
  }

  function keep({ conversationId, externalId: talk, requesterId }: TalkPart): void {
    talkOf.set(conversationId, { talk, requesterId });
  }

  function forget(talk: string): void {
    byTalk.delete(talk);
    for (const [conversationId, of] of talkOf) if (of.talk === talk) talkOf.delete(conversationId);
  }

  return {
    hasRoom: (key) => (byTalk.get(externalIdOf(key))?.size ?? 0) < mostPerTalk,
    open: (key, from, line) => {
      const talk = externalIdOf(key);
      const one: Open = { key, line, place: from, isSending: false, isToLook: false };
      const present = byTalk.get(talk) ?? new Set();
      byTalk.set(talk, present.add(one));
      line.onClosed(() => {
        present.delete(one);
        if (present.size === 0) forget(talk);
      });
      // Known before it is read: nothing falls between (D8).
      learn([talk])
        .catch(options.failed)
        .finally(() => kick(one));
    },
    grown: (key) => {
      const talk = externalIdOf(key);
      learn([talk])
        .catch(options.failed)
        .finally(() => kickAll(talk));
      bell.ring(topic, JSON.stringify({ talk }));
    },
    pass: (key, activity) => {
      const talk = externalIdOf(key);
      write(talk, { activities: [activity] });
      bell.ring(topic, JSON.stringify({ talk, activity }));
    },
    showTyping: ({ conversationId, accountId, on }) => {
      const known = talkOf.get(conversationId);
      // Clients take the sign away by themselves; there is none for having stopped.
      if (known === undefined || !on || known.requesterId === accountId) return;
      const { talk } = known;
      const from = { id: botId, role: "bot" as const };
      const activity: ShownActivity = {
        ...headOf({ talkId: talkIdOf(talk) }, options.now()),
        type: "typing",
        from,
      };
      write(talk, { activities: [activity] });
    },
    look: async () => {
      const talks = [...byTalk.keys()];
      for (let at = 0; at < talks.length; at += lookAtOnce) {
        const page = talks.slice(at, at + lookAtOnce);
        const known = await links.partsOf(page);
        for (const talk of page) {
          const ends = known.filter(({ externalId }) => externalId === talk);
          for (const part of ends) keep(part);
          for (const one of byTalk.get(talk) ?? [])
            if (ends.some(({ lastSeq }, part) => lastSeq !== (one.place[part] ?? 0))) kick(one);
        }
      }
    },
    endRevoked: async () => {
      const open = [...byTalk.values()].flatMap((some) => [...some]);
      for (const site of new Set(open.map(({ key }) => key.site))) {
        if (await options.isLive(site)) continue;
        for (const { key, line } of open) if (key.site === site) line.close(1008);
      }
    },
  };
}

async function isTaken(line: StreamLine, set: object): Promise<boolean> {
  try {
    await line.send(JSON.stringify(set));
    return true;
  } catch {
    return false;
  }
}
