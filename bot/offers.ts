import type { Action } from "../contract/index.js";
import type { Reply, Turn } from "./turn.js";

/** What decides which ways on there are. */
type Offering = Pick<Turn, "texts" | "mode" | "groupMode" | "person">;

/**
 * What is offered at once whenever the assistant cannot help (S2-32): people, where they can be reached, the
 * attendance to resume, and a ticket.
 */
export function helpOffers(turn: Offering): Action[] {
  const { actions } = turn.texts;
  const people: Action = { title: actions.talkToAttendant, value: { kind: "talk-to-attendant" } };
  return [
    ...(turn.groupMode === "automatic" ? [] : [people]),
    ...resumeOffers(turn),
    { title: actions.newTicket, value: { kind: "new-ticket" } },
  ];
}

/** A new ticket for this activity, or an attendance to resume (S2-22). */
export function activityOffers(
  turn: Pick<Turn, "texts" | "mode" | "person">,
  activity: { id: string; name: string },
): Action[] {
  const { actions } = turn.texts;
  return [
    { title: actions.newTicketFor(activity.name), value: { kind: "new-ticket", activityId: activity.id } },
    ...resumeOffers(turn),
  ];
}

/** What the assistant can do, and the ways on. */
export function helpReply(turn: Offering): Reply {
  const isAlone = turn.person.guest && turn.mode === "automatic";
  return { text: isAlone ? turn.texts.helpGuest : turn.texts.help, actions: helpOffers(turn) };
}

/** Guests who talk to the assistant alone have no attendance to resume (S2-X1). */
function resumeOffers({ texts, mode, person }: Pick<Turn, "texts" | "mode" | "person">): Action[] {
  if (person.guest && mode === "automatic") return [];
  return [{ title: texts.actions.resumeAttendance, value: { kind: "resume-attendance" } }];
}

export function yesOrNo(turn: Pick<Turn, "texts">): Action[] {
  const { actions } = turn.texts;
  return [
    { title: actions.yes, value: { kind: "yes" } },
    { title: actions.no, value: { kind: "no" } },
  ];
}
