import { z } from "zod";
import { availabilitySchema } from "./account.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";
import { modes } from "./mode.js";

const hours = 3600;

/** A skill is a word an admin has chosen; the same letters in another case are the same skill. */
export const skillSchema = z.string().trim().toLowerCase().min(1).max(60);
const skills = z.array(skillSchema).max(30);
const words = z.array(z.string().trim().min(1).max(120)).max(50);
const silence = z
  .int()
  .min(30)
  .max(24 * hours)
  .optional();

/** How a group gives out its conversations. The defaults are a group whose agents pick for themselves at any hour. */
export const groupRoutingSchema = z.strictObject({
  ownerId: idSchema.optional(),
  /** May give waiting conversations of the group to its agents, as a supervisor may. */
  dispatcherId: idSchema.optional(),
  /** Hours, holidays and time zone; open at any time without one. */
  calendarId: idSchema.optional(),
  /** No new conversations this long before closing (S1-32). */
  endLeadSeconds: z
    .int()
    .min(0)
    .max(24 * hours)
    .default(0),
  /** `pull`: agents pick. `push`: the desk offers each to the best agent. */
  giving: z.enum(["pull", "push"]).default("pull"),
  /** How long an agent has to answer an offer. */
  offerSeconds: z.int().min(5).max(600).default(30),
  /** How many conversations of a channel an agent of this group has at most, by the channel's name. */
  channelCapacity: z.record(z.string().min(1).max(60), z.int().min(0).max(50)).default({}),
  /** Who waits longer than this is shown to a second group too. */
  overflow: z
    .strictObject({
      groupId: idSchema,
      afterSeconds: z
        .int()
        .min(10)
        .max(24 * hours),
    })
    .optional(),
  /** Who waits longer than this goes back to the assistant and keeps the place. */
  waitLimitSeconds: z
    .int()
    .min(30)
    .max(24 * hours)
    .optional(),
  /** Who accepts and says nothing for this long loses the conversation: it waits again, at its old place. */
  firstAnswerSeconds: silence,
  /** The same for who leaves a requester without an answer later on. */
  laterAnswerSeconds: silence,
  /** An agent needs all of them to be offered a conversation of this group. */
  skills: skills.default([]),
  /** What agents of the group speak who have none noted themselves; empty for any. */
  languages: z.array(localeSchema).max(3).default([]),
});
export type GroupRouting = z.infer<typeof groupRoutingSchema>;

/** Which conversations a rule is about; an empty list is no condition. */
export const ruleConditionsSchema = z.strictObject({
  departments: words.default([]),
  locations: words.default([]),
  companies: words.default([]),
  languages: z.array(localeSchema).max(3).default([]),
  /** Where it would go without rules. */
  groupIds: z.array(idSchema).max(50).default([]),
});
export const routingRuleSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(120),
  when: ruleConditionsSchema,
  groupId: idSchema,
  /** What its agent must know besides. */
  skills: skills.default([]),
});
export type RoutingRule = z.infer<typeof routingRuleSchema>;
/** In order; the first that fits decides. */
export const routingRulesSchema = z.strictObject({ rules: z.array(routingRuleSchema).max(100) });

export const routedGroupSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  takesAttendances: z.boolean(),
  members: z.int(),
  routing: groupRoutingSchema,
});
export type RoutedGroup = z.infer<typeof routedGroupSchema>;

/** One reason why an agent is not given a conversation now. Times are ms UTC. */
export const obstacleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("disconnected") }),
  z.strictObject({ kind: z.literal("offline") }),
  z.strictObject({ kind: z.literal("away") }),
  z.strictObject({ kind: z.literal("busy") }),
  z.strictObject({ kind: z.literal("full"), held: z.int(), capacity: z.int() }),
  z.strictObject({
    kind: z.literal("channel-full"),
    channel: z.string(),
    held: z.int(),
    capacity: z.int(),
  }),
  z.strictObject({ kind: z.literal("no-skill"), skill: z.string() }),
  z.strictObject({ kind: z.literal("no-language"), language: localeSchema }),
  z.strictObject({ kind: z.literal("declined"), until: z.int() }),
  z.strictObject({ kind: z.literal("resting"), until: z.int() }),
  /** Decides about another conversation first. */
  z.strictObject({ kind: z.literal("deciding"), until: z.int() }),
  /** This conversation is offered to somebody else. */
  z.strictObject({ kind: z.literal("offered-to-other"), until: z.int() }),
]);
export type Obstacle = z.infer<typeof obstacleSchema>;

export const agentVerdictSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  held: z.int(),
  capacity: z.int(),
  /** Nothing stands against this agent. */
  isFree: z.boolean(),
  obstacles: z.array(obstacleSchema),
  /** Asked now, until then. */
  offeredUntil: z.int().optional(),
});
export type AgentVerdict = z.infer<typeof agentVerdictSchema>;

export const groupVerdictSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  giving: z.enum(["pull", "push"]),
  isOpen: z.boolean(),
  /** Takes no new ones any more today, but serves those who wait. */
  isEnding: z.boolean(),
  opensAt: z.int().optional(),
  closesAt: z.int().optional(),
  timeZone: z.string().optional(),
  agents: z.array(agentVerdictSchema),
});
export type GroupVerdict = z.infer<typeof groupVerdictSchema>;

/** What stands between a conversation and its agent, and what would change it first. */
export const whySchema = z.strictObject({
  attendanceId: idSchema.optional(),
  waitingSince: z.int().optional(),
  /** How many are served before it. */
  position: z.int().optional(),
  groups: z.array(groupVerdictSchema),
  /** The nearest of what could change it; a time where one is known. */
  next: z.strictObject({
    kind: z.enum([
      "offered",
      "agent-picks",
      "offer-follows",
      "others-first",
      "group-opens",
      "talk-ends",
      "agent-returns",
      "skill-needed",
      "language-needed",
      "rest-ends",
      "no-agents",
    ]),
    at: z.int().optional(),
    agent: z.string().optional(),
    group: z.string().optional(),
  }),
  overflow: z.strictObject({ groupId: idSchema, group: z.string(), at: z.int() }).optional(),
  /** Whether who asks may give it to one of these agents. */
  mayAssign: z.boolean().optional(),
  /** When it goes back to the assistant. */
  givesUpAt: z.int().optional(),
  /** It was accepted before, and taken back from an agent who did not answer. */
  reclaimed: z.strictObject({ at: z.int(), agent: z.string() }).optional(),
});
export type Why = z.infer<typeof whySchema>;

/** A change of an agent that is only thought of. */
export const supposedAgentSchema = z.strictObject({
  id: idSchema,
  online: z.boolean().optional(),
  status: availabilitySchema.optional(),
  held: z.int().min(0).max(100).optional(),
  capacity: z.int().min(0).max(50).optional(),
  skills: skills.optional(),
  languages: z.array(localeSchema).max(3).optional(),
});

/** What would become of a conversation like this one. */
export const whatIfSchema = z.strictObject({
  activityId: idSchema.optional(),
  groupId: idSchema.optional(),
  language: localeSchema.default("en"),
  skills: skills.default([]),
  channel: z.string().min(1).max(60).default("web"),
  department: z.string().max(120).optional(),
  location: z.string().max(120).optional(),
  company: z.string().max(120).optional(),
  /** ms UTC; now when left out. */
  at: z.int().positive().optional(),
  /** Who answers requesters; what is set for the group at that time when left out. */
  mode: z.enum(modes).optional(),
  agents: z.array(supposedAgentSchema).max(200).default([]),
});
export type WhatIf = z.infer<typeof whatIfSchema>;

export const whatIfAnswerSchema = z.strictObject({
  /** The rule that decided; none when the conversation goes where its activity says. */
  rule: z.string().optional(),
  why: whySchema,
  /** Who answers requesters then; with "automatic" and "off" nobody can ask for these people. */
  mode: z.enum(modes),
  /** Who would be asked first, where the group gives out its conversations itself. */
  first: z.string().optional(),
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswerSchema>;
