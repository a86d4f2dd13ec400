import type { Store } from "../../../store/index.js";
import type { History } from "./history.js";

interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** How many ids of each kind are tried in addresses that name one. */
const triedIds = 3;

/**
 * Reads every address of the HTTP API that can be read, as this person, with ids of other people's conversations,
 * tickets and attendances where one is asked for; whatever comes back is looked through for canaries.
 */
export async function readEverything(
  reader: { readonly id: string; readonly token: string },
  desk: { readonly url: string; readonly store: Store; readonly history: History },
): Promise<number> {
  const { url, store, history } = desk;
  const description = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDescription;
  const ids = await foreignIds(store);
  const readable = Object.entries(description.paths).filter(([, methods]) => "get" in methods);
  const paths = readable.flatMap(([path]) =>
    path.includes("{") ? ids.map((id) => path.replaceAll(/\{\w+\}/g, id)) : [path],
  );
  for (const path of paths) {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${reader.token}` } });
    history.canaries.receive(reader.id, await response.text(), path);
  }
  return paths.length;
}

async function foreignIds({ db }: Store): Promise<string[]> {
  const [conversations, tickets, attendances] = await Promise.all([
    db.selectFrom("conversation").select("id").limit(triedIds).execute(),
    db.selectFrom("ticket").select("number as id").limit(triedIds).execute(),
    db.selectFrom("attendance").select("id").limit(triedIds).execute(),
  ]);
  return [...conversations, ...tickets, ...attendances].map((row) => row.id);
}
