import type { z } from "zod";
import { DeskError, type DeskPerson } from "../ticket-desk.js";
import type { GlpiSession } from "./session.js";
import { columns, searchSchema } from "./words.js";

export type GlpiGet = <T>(
  path: string,
  schema: z.ZodType<T>,
  query?: Readonly<Record<string, string>>,
) => Promise<T>;

export interface RequesterParts extends Pick<GlpiSession, "whoAmI"> {
  readonly get: GlpiGet;
  /** Answers the id of what was added. */
  readonly add: (itemtype: string, input: Record<string, unknown>) => Promise<number>;
}

/**
 * The requester of a new ticket: the account with this address, made where there is none. Who may not make accounts
 * there names the requester by the address alone.
 */
export async function toRequester(
  { get, add, whoAmI }: RequesterParts,
  { name, email }: DeskPerson,
): Promise<Record<string, unknown>> {
  if (email === undefined) return { _users_id_requester: (await whoAmI()).id };
  const found = await findUser(get, email);
  if (found !== undefined) return { _users_id_requester: found };
  const [firstname = "", ...rest] = name.split(" ");
  try {
    const input = { name: email, firstname, realname: rest.join(" "), _useremails: [email] };
    return { _users_id_requester: await add("User", input) };
  } catch (error) {
    if (!(error instanceof DeskError) || error.kind !== "refused") throw error;
    const byMail = { use_notification: 1, alternative_email: email };
    return { _users_id_requester: 0, _users_id_requester_notif: byMail };
  }
}

async function findUser(get: GlpiGet, email: string): Promise<number | undefined> {
  const { data = [] } = await get("/search/User", searchSchema, {
    "criteria[0][field]": columns.email,
    "criteria[0][searchtype]": "contains",
    "criteria[0][value]": `^${email}$`,
    "forcedisplay[0]": columns.id,
    "forcedisplay[1]": columns.email,
    range: "0-9",
  });
  const wanted = email.toLowerCase();
  // Who has several addresses has them in one text.
  const row = data.find((one) =>
    String(one[columns.email])
      .toLowerCase()
      .split(/[\s,]+|<br>/)
      .includes(wanted),
  );
  return row === undefined ? undefined : Number(row[columns.id]);
}
