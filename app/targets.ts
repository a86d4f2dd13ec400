import type { Parameters } from "../config/index.js";
import type { Locale } from "../contract/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Store } from "../store/index.js";
import type { ActivityCatalog } from "../tickets/index.js";

/** What a person is wanted for. */
export interface TargetMatter {
  /** The group of the ticket, where there is one already. */
  readonly ticketGroupId?: string | undefined;
  /** Left out for a direct wish: then the activity of parameter 317 counts. */
  readonly activityId?: string | undefined;
}

export interface Target {
  readonly groupIds: readonly string[];
  readonly skills: readonly string[];
}

/** To whom a wish for a person goes: the one place that joins requesters, tickets and activities to groups. */
export interface Targets {
  /** Where it goes when no rule fits: the ticket's group, else its activity's, else that of parameter 389. */
  ordinaryGroup(matter: TargetMatter): Promise<string | undefined>;
  /** What becomes of each of these, in order: the first routing rule that fits the requester, else the ordinary group. */
  find(
    requester: { readonly id: string; readonly language: Locale },
    matters: readonly TargetMatter[],
  ): Promise<Target[]>;
}

export function createTargets(parts: {
  readonly store: Store;
  readonly handoff: Handoff;
  readonly catalog: ActivityCatalog;
  readonly parameters: Parameters;
}): Targets {
  const { store, handoff, catalog, parameters } = parts;

  async function ordinaryGroup({ ticketGroupId, activityId }: TargetMatter): Promise<string | undefined> {
    if (ticketGroupId !== undefined) return ticketGroupId;
    const chosen = activityId ?? parameters.idOf(317);
    const own = chosen === undefined ? undefined : await catalog.groupOf(chosen);
    return own ?? parameters.idOf(389);
  }

  return {
    ordinaryGroup,
    find: async ({ id, language }, matters) => {
      const row = await store.db
        .selectFrom("account")
        .select(["department", "location", "company"])
        .where("id", "=", id)
        .executeTakeFirst();
      const place = {
        department: row?.department ?? undefined,
        location: row?.location ?? undefined,
        company: row?.company ?? undefined,
      };
      const groupIds = await Promise.all(matters.map(ordinaryGroup));
      const found = await handoff.routing.targets(
        groupIds.map((groupId) => ({ ...place, language, groupId })),
      );
      return found.map(({ groupId, skills }) => ({
        groupIds: groupId === undefined ? [] : [groupId],
        skills,
      }));
    },
  };
}
