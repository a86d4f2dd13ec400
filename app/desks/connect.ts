import { z } from "zod";
import { otherDeskKinds, otherDeskMappingSchema } from "../../contract/index.js";
import { fromJson, type Row } from "../../store/index.js";
import type { Call } from "../outgoing/index.js";
import { createGlpi } from "./glpi/glpi.js";
import { createRest } from "./rest.js";
import type { OtherTicketDesk } from "./ticket-desk.js";
import { createZammad } from "./zammad/zammad.js";

export const loginSchema = z.strictObject({ token: z.string(), appToken: z.string().optional() });
export type DeskLogin = z.infer<typeof loginSchema>;
const kindSchema = z.enum(otherDeskKinds);

export interface ConnectOptions {
  readonly call: Call;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export type Connect = (
  desk: Pick<Row<"other_desk">, "kind" | "url" | "login_json">,
  options: ConnectOptions,
) => OtherTicketDesk;

const agent = { "User-Agent": "Deskhand-Desk/1" };

/** The desk that the settings name; nothing is sent before it is asked for something. */
export const connectDesk: Connect = (desk, { call, now, signal }) => {
  const { token, appToken } = fromJson(loginSchema, desk.login_json);
  const { url } = desk;
  switch (kindSchema.parse(desk.kind)) {
    case "zammad": {
      const headers = { ...agent, Authorization: `Token token=${token}` };
      return createZammad({ rest: createRest({ url, call, signal, headers }), url, now });
    }
    case "glpi": {
      const rest = createRest({ url: toApi(url), call, signal, headers: agent });
      return createGlpi({ rest, url, login: { token, appToken } });
    }
  }
};

/** The address of GLPI itself will do; whoever names its API is taken at their word. */
function toApi(url: string): string {
  const plain = url.replace(/\/+$/, "");
  return /\/(apirest\.php|api\.php\/v1)$/.test(plain) ? plain : `${plain}/apirest.php`;
}

export function mappingOf(row: Pick<Row<"other_desk">, "mapping_json">) {
  return fromJson(otherDeskMappingSchema, row.mapping_json);
}
