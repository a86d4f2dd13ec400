import { z } from "zod";
import {
  chatCapabilitySchema,
  idSchema,
  inLocale,
  type Locale,
  type ServiceClock,
  type ServiceLevel,
} from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";

/** How close a due time may come before a ticket counts as urgent (S0-22). */
export const nearMs = 30 * 60_000;

const storedChatSchema = z.object({
  ...chatCapabilitySchema.pick({ isEnabled: true, via: true }).shape,
  agreementId: idSchema.optional(),
  rule: z.string().optional(),
  /** That the agreement covers. */
  service: nameSchema.optional(),
});

type LevelRow = Pick<
  Row<"ticket">,
  | "agreement_id"
  | "level_json"
  | "response_due_at"
  | "resolve_due_at"
  | "responded_at"
  | "settled_at"
  | "paused_at"
> & { readonly service_name_json: string | null };

/** Names of agreements by id, for the levels of many tickets. */
export async function readAgreementNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("agreement").select(["id", "name"]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A ticket's agreement, why the chat is on or off, and its clocks; `undefined` for a ticket nobody decided about. */
export function viewLevel(
  row: LevelRow,
  view: { readonly names: ReadonlyMap<string, string>; readonly now: number; readonly locale: Locale },
): ServiceLevel | undefined {
  if (row.level_json === null) return undefined;
  const { names, now } = view;
  const { isEnabled, via, agreementId, rule, service: covered } = fromJson(storedChatSchema, row.level_json);
  const known = row.service_name_json === null ? undefined : fromJson(nameSchema, row.service_name_json);
  const name = covered ?? known;
  const service = name === undefined ? undefined : inLocale(name, view.locale);
  const by = via === "rule" ? rule : via === "service" ? service : undefined;
  return {
    agreement: row.agreement_id === null ? undefined : names.get(row.agreement_id),
    chat: {
      isEnabled,
      via,
      ...(agreementId === undefined ? {} : { agreement: names.get(agreementId) }),
      ...(by === undefined ? {} : { by }),
    },
    response: toClock(row.response_due_at, row.responded_at ?? row.settled_at, { now, row }),
    resolution: toClock(row.resolve_due_at, row.settled_at, { now, row }),
  };
}

function toClock(
  dueAt: number | null,
  doneAt: number | null,
  { now, row }: { readonly now: number; readonly row: LevelRow },
): ServiceClock | undefined {
  if (dueAt === null) return undefined;
  if (doneAt !== null) return { dueAt, doneAt, state: doneAt <= dueAt ? "met" : "missed" };
  if (row.paused_at !== null) return { dueAt, state: row.paused_at <= dueAt ? "paused" : "breached" };
  if (now > dueAt) return { dueAt, state: "breached" };
  return { dueAt, state: dueAt - now <= nearMs ? "near" : "running" };
}
