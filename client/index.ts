import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./desk-api.js";

export type DeskApi = Client<paths>;
/** The things of the desk as they go over the wire. */
export type Desk = components["schemas"];

/** The desk's REST API with every address, body and answer typed; `token` is that of a program or of a log-in. */
export function createDeskApi({
  baseUrl,
  token,
}: {
  readonly baseUrl: string;
  readonly token: string;
}): DeskApi {
  return createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } });
}
