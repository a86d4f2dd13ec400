import { type Consult, consultSchema, type Person } from "../contract/index.js";
import type { Db, Row } from "../store/index.js";

const stateOf = consultSchema.shape.mine;

type Participant = Consult["participants"][number];

/** Consults as one of their people sees them; those of others are left out (S4-10). */
export async function viewConsults(
  db: Db,
  ids: readonly string[],
  { viewerId, now }: { readonly viewerId: string; readonly now: number },
): Promise<Consult[]> {
  if (ids.length === 0) return [];
  const [rows, members] = await Promise.all([readRows(db, ids), readMembers(db, ids)]);
  return rows.flatMap((row) => {
    const own = members.filter((member) => member.conversation_id === row.conversation_id);
    const mine = own.find((member) => member.account_id === viewerId);
    return mine === undefined ? [] : [toView(row, mine, own, now)];
  });
}

type ConsultRow = Awaited<ReturnType<typeof readRows>>[number];
type MemberRow = Awaited<ReturnType<typeof readMembers>>[number];

function toView(row: ConsultRow, mine: MemberRow, members: readonly MemberRow[], now: number): Consult {
  const inviter = members.find((member) => member.account_id === mine.invited_by);
  // Whoever has left hears no more of it until it has ended; then it stands in their Messages.
  const isInside = mine.state === "joined" || (row.ended_at !== null && mine.joined_at !== null);
  return {
    id: row.conversation_id,
    title: row.title,
    ticketNumber: row.ticket_number ?? undefined,
    aboutId: row.about_id ?? undefined,
    originator: toPerson({
      id: row.originator_id,
      name: row.originator_name,
      photo_url: row.originator_photo,
    }),
    mine: stateOf.parse(mine.state),
    invitedBy: mine.state === "invited" && inviter !== undefined ? toPerson(inviter) : undefined,
    participants: isInside ? members.map((member) => toParticipant(member, row.originator_id)) : [],
    clock: { spentMs: isInside ? row.spent_ms : 0, runningSince: toRunningSince(row, isInside) },
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    at: now,
    version: row.version,
  };
}

function toRunningSince(row: Row<"consult">, isInside: boolean): number | undefined {
  return isInside ? (row.running_since ?? undefined) : undefined;
}

function toParticipant(member: MemberRow, originatorId: string): Participant {
  return {
    person: toPerson(member),
    state: stateOf.parse(member.state),
    isOriginator: member.account_id === originatorId,
  };
}

function toPerson(row: {
  readonly id: string;
  readonly name: string;
  readonly photo_url: string | null;
}): Person {
  const { id, name, photo_url: photoUrl } = row;
  return { id, name, ...(photoUrl === null ? {} : { photoUrl }) };
}

function readRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("consult")
    .innerJoin("account", "account.id", "consult.originator_id")
    .leftJoin("ticket", "ticket.id", "consult.ticket_id")
    .selectAll("consult")
    .select([
      "account.name as originator_name",
      "account.photo_url as originator_photo",
      "ticket.number as ticket_number",
    ])
    .where("consult.conversation_id", "in", [...ids])
    .orderBy("consult.started_at", "desc")
    .orderBy("consult.conversation_id", "desc")
    .execute();
}

function readMembers(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("consult_member")
    .innerJoin("account", "account.id", "consult_member.account_id")
    .selectAll("consult_member")
    .select(["account.id", "account.name", "account.photo_url"])
    .where("consult_member.conversation_id", "in", [...ids])
    .orderBy("consult_member.invited_at")
    .orderBy("account.name")
    .execute();
}
