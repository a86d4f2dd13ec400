import type { ApiTokens, Provisioning } from "../../config/index.js";
import { AppError } from "../../contract/index.js";
import type { Answer, Call } from "../../http/route.js";
import type { Audit } from "../audit/index.js";
import { toAsked } from "./asked.js";
import { inScimForm, inScimWords, toRefusal } from "./refusals.js";

/** A directory that showed its token. */
export interface DirectoryCaller {
  /** As the record of changes names it. */
  readonly by: string;
}

type AnyCall = Call<unknown, unknown>;

export interface Scim {
  readonly provisioning: Provisioning;
  /** The address of SCIM, without a slash at its end. */
  baseUrl(): string;
  /** An error at an address of SCIM in the form of SCIM; elsewhere as it is. */
  shape(path: string, answer: Answer): Answer;
  /** Lets a directory read. */
  read(call: AnyCall, handle: () => Promise<Answer>): Promise<Answer>;
  /** Lets a directory write, and leaves an entry in the record of administrative acts, refused or not. */
  write(
    call: AnyCall,
    act: { readonly method: string; readonly path: string },
    handle: (caller: DirectoryCaller) => Promise<Answer>,
  ): Promise<Answer>;
}

export const scimPath = "/scim/v2";

/** What stands between the protocol and the people it is about: who may, and what is written down of it. */
export function createScim(options: {
  readonly provisioning: Provisioning;
  readonly apiTokens: Pick<ApiTokens, "authenticate">;
  readonly audit: Pick<Audit, "during">;
  readonly deskUrl: () => string;
}): Scim {
  const { provisioning, apiTokens, audit, deskUrl } = options;

  async function requireToken({ token }: AnyCall) {
    const found = token === undefined ? undefined : await apiTokens.authenticate(token, "scim");
    if (found === undefined) throw new AppError("session/required", "A token with the scope scim is needed.");
    return found;
  }

  return {
    provisioning,
    baseUrl: () => deskUrl() + scimPath,
    shape: (path, answer) => (path.startsWith(`${scimPath}/`) ? inScimForm(answer) : answer),
    read: async (call, handle) => {
      await requireToken(call);
      return inScimWords(handle);
    },
    write: async (call, { method, path }, handle) => {
      const { id, name } = await requireToken(call);
      const person = { accountId: id, role: "program" } as const;
      const act = { person, method, path, params: call.params, asked: toAsked(call.body) };
      const run = () =>
        handle({ by: `SCIM (${name})` }).catch((error: unknown) => {
          throw toRefusal(error) ?? error;
        });
      return inScimWords(() => audit.during(act, run));
    },
  };
}
