import type { Modes, Parameters } from "../config/index.js";
import { AppError, type ChatDoors, type Locale, type Mode, type Principal } from "../contract/index.js";
import type { ActivityCatalog } from "../tickets/index.js";
import type { WidgetParts } from "./widget.js";

/** What somebody would be asked about; its ticket's group goes before its activity's. */
export interface DoorQuestion {
  readonly groupId?: string | undefined;
  readonly activityId?: string | undefined;
  /** Who asks; guests may find doors closed that stand open for others. */
  readonly person?: Pick<Principal, "guest"> | undefined;
}

/** Which doors to a person stand open: the one place that joins activities and tickets to groups and their modes. */
export interface Doors {
  /** The group that gets what this is about: of parameter 317's activity when none is chosen, at last parameter 389's. */
  groupFor(question: DoorQuestion): Promise<string | undefined>;
  modeOf(question: DoorQuestion): Promise<Mode>;
  /** What holds for this person before anything is chosen. */
  modeFor(person: Pick<Principal, "guest">): Mode;
  /** Throws `chat/off` or `attendance/off` where people cannot be asked for about this. */
  require(question: DoorQuestion): Promise<void>;
  admits(groupId: string): boolean;
  /** What this person's chat may offer now. */
  offered(person: Principal, locale: Locale): Promise<ChatDoors>;
}

export function createDoors(parts: {
  readonly modes: Modes;
  readonly parameters: Parameters;
  readonly catalog: ActivityCatalog;
  readonly limit: WidgetParts["limit"];
}): Doors {
  const { modes, parameters, catalog, limit } = parts;

  async function groupFor({ groupId, activityId }: DoorQuestion): Promise<string | undefined> {
    if (groupId !== undefined) return groupId;
    const chosen = activityId ?? parameters.idOf(317);
    const own = chosen === undefined ? undefined : await catalog.groupOf(chosen);
    return own ?? parameters.idOf(389);
  }

  async function modeOf(question: DoorQuestion): Promise<Mode> {
    return limit(modes.modeFor({ groupId: await groupFor(question) }).mode, question.person ?? {});
  }

  const modeFor = (person: Pick<Principal, "guest">) => limit(modes.modeFor().mode, person);
  return {
    groupFor,
    modeOf,
    modeFor,
    require: async (question) => {
      const mode = await modeOf(question);
      if (mode === "off") throw new AppError("chat/off", "The chat is switched off.");
      if (mode === "automatic") {
        const message = "Talking to an attendant is switched off here; a ticket can be opened.";
        throw new AppError("attendance/off", message);
      }
    },
    admits: (groupId) => hasPeople(modes.modeFor({ groupId }).mode),
    offered: async (person, locale) => {
      const catalogs = await catalog.available(person, locale);
      const activities = catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
      const found = await Promise.all(
        activities.map(async ({ id }) => ({ id, mode: await modeOf({ activityId: id, person }) })),
      );
      return {
        mode: modeFor(person),
        direct: hasPeople(await modeOf({ person })),
        withoutPeople: found.filter(({ mode }) => !hasPeople(mode)).map(({ id }) => id),
      };
    },
  };
}

function hasPeople(mode: Mode): boolean {
  return mode === "manual" || mode === "both";
}
