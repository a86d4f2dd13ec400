import { z } from "zod";
import type { Called } from "../../outgoing/index.js";
import { failureOf, parseAnswer, parseJson, type Rest, type RestRequest } from "../rest.js";
import { DeskError } from "../ticket-desk.js";

export interface GlpiLogin {
  readonly token: string;
  readonly appToken: string | undefined;
}

/** A session with GLPI's REST API, begun when it is first needed. */
export interface GlpiSession {
  /** Rejects with a `DeskError` unless GLPI answered well. */
  ask(request: RestRequest): Promise<Called>;
  /** Who we are there. */
  whoAmI(): Promise<{ readonly id: number; readonly name: string }>;
  close(): Promise<void>;
}

const tokenSchema = z.looseObject({ session_token: z.string() });
const fullSchema = z.looseObject({
  session: z.looseObject({
    glpiID: z.coerce.number(),
    glpiname: z.string(),
    glpifriendlyname: z.string().optional(),
  }),
});

/** Sessions there are read-only, so that several may be asked at once. */
export function createGlpiSession({
  rest,
  login,
}: {
  readonly rest: Rest;
  readonly login: GlpiLogin;
}): GlpiSession {
  const app: Record<string, string> = login.appToken === undefined ? {} : { "App-Token": login.appToken };
  let token: Promise<string> | undefined;
  let me: Promise<{ id: number; name: string }> | undefined;

  async function begin(): Promise<string> {
    const headers = { ...app, Authorization: `user_token ${login.token}` };
    const called = await rest({ method: "GET", path: "/initSession", headers });
    // Whoever is not let in has asked for nothing wrong yet.
    if (called.status !== 200)
      throw new DeskError("away", saidBy(called) || `GLPI answered ${called.status}.`);
    return parseAnswer(tokenSchema, called).session_token;
  }

  async function ask(request: RestRequest): Promise<Called> {
    token ??= begin();
    const headers = { ...app, ...request.headers, "Session-Token": await token };
    const called = await rest({ ...request, headers });
    if (called.status >= 200 && called.status < 300) return called;
    throw failureOf(called, saidBy(called), request.method !== "GET");
  }

  async function readMe(): Promise<{ id: number; name: string }> {
    const { session } = parseAnswer(fullSchema, await ask({ method: "GET", path: "/getFullSession" }));
    return { id: session.glpiID, name: session.glpifriendlyname || session.glpiname };
  }

  return {
    ask,
    whoAmI: () => {
      me ??= readMe();
      return me;
    },
    close: async () => {
      const begun = await token?.catch(() => undefined);
      if (begun === undefined) return;
      await rest({ method: "GET", path: "/killSession", headers: { ...app, "Session-Token": begun } });
    },
  };
}

/** `["ERROR_CODE", "words"]`; where adding failed the words are a list of results. */
function saidBy({ body }: Called): string {
  const said = parseJson(body);
  if (!Array.isArray(said)) return "";
  const [code, words] = said;
  const text = typeof words === "string" ? words : JSON.stringify(words ?? "");
  return `${String(code)}: ${text.replace(/; view documentation in your browser at .*$/, "")}`;
}
