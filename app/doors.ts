import type { Modes } from "../config/index.js";
import { AppError, type ChatDoors, type Locale, type Mode, type Principal } from "../contract/index.js";
import type { Handoff } from "../handoff/index.js";
import type { ActivityCatalog } from "../tickets/index.js";
import { refusalOf } from "./refusal.js";
import type { Target, TargetMatter, Targets } from "./targets.js";
import type { WidgetParts } from "./widget.js";

/** Who asks for a person, and what for; guests may find doors closed that stand open for others. */
export interface DoorQuestion extends TargetMatter {
  readonly person: Pick<Principal, "accountId" | "guest">;
  readonly locale: Locale;
}

/** Which doors to a person stand open: the one place that joins where a wish goes with the modes and hours there. */
export interface Doors {
  targetOf(question: DoorQuestion): Promise<Target>;
  modeOf(question: DoorQuestion): Promise<Mode>;
  /** What holds for this person before anything is chosen. */
  modeFor(person: Pick<Principal, "guest">): Mode;
  /**
   * Throws `chat/off`, `attendance/off`, or `attendance/closed` with when it opens, where people cannot be asked for
   * about this.
   */
  require(question: DoorQuestion): Promise<void>;
  /** What this person's chat may offer now. */
  offered(person: Principal, locale: Locale): Promise<ChatDoors>;
}

export function createDoors(parts: {
  readonly modes: Modes;
  readonly targets: Targets;
  readonly handoff: Handoff;
  readonly catalog: ActivityCatalog;
  readonly limit: WidgetParts["limit"];
}): Doors {
  const { modes, targets, handoff, catalog, limit } = parts;

  async function targetsOf(
    { person, locale }: Pick<DoorQuestion, "person" | "locale">,
    matters: readonly TargetMatter[],
  ): Promise<{ readonly target: Target; readonly mode: Mode }[]> {
    const found = await targets.find({ id: person.accountId, language: locale }, matters);
    return found.map((target) => ({
      target,
      mode: limit(modes.modeFor({ groupId: target.groupIds[0] }).mode, person),
    }));
  }

  async function ask(question: DoorQuestion): Promise<{ readonly target: Target; readonly mode: Mode }> {
    const [answer] = await targetsOf(question, [question]);
    if (answer === undefined) throw new Error("A question at the door has no answer.");
    return answer;
  }

  const modeFor = (person: Pick<Principal, "guest">) => limit(modes.modeFor().mode, person);
  return {
    targetOf: async (question) => (await ask(question)).target,
    modeOf: async (question) => (await ask(question)).mode,
    modeFor,
    require: async (question) => {
      const { target, mode } = await ask(question);
      if (mode === "off") throw new AppError("chat/off", "The chat is switched off.");
      if (mode === "automatic") throw refusalOf({ status: "off" });
      const { openIds, opensAt, timeZone } = await handoff.routing.reception(target.groupIds);
      if (target.groupIds.length > 0 && openIds.length === 0)
        throw refusalOf({ status: "closed", opensAt, timeZone });
    },
    offered: async (person, locale) => {
      const catalogs = await catalog.available(person, locale);
      const activities = catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
      const matters = activities.map(({ id }) => ({ activityId: id }));
      const [direct, ...found] = await targetsOf({ person, locale }, [{}, ...matters]);
      return {
        mode: modeFor(person),
        direct: direct !== undefined && hasPeople(direct.mode),
        withoutPeople: activities.flatMap(({ id }, at) => (hasPeople(found[at]?.mode ?? "off") ? [] : [id])),
      };
    },
  };
}

/** Whether a group's people can be asked for at all now; the queue itself asks. */
export function createAdmits(modes: Modes): (groupId: string) => boolean {
  return (groupId) => hasPeople(modes.modeFor({ groupId }).mode);
}

export function hasPeople(mode: Mode): boolean {
  return mode === "manual" || mode === "both";
}
