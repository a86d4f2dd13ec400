import { z } from "zod";
import { type ProvisioningFault, ProvisioningRefusal } from "../../config/index.js";
import { AppError } from "../../contract/index.js";
import type { Answer } from "../../http/route.js";

/** The words of RFC 7644 for what is wrong with a request. */
export type ScimType =
  | "invalidFilter"
  | "invalidPath"
  | "invalidSyntax"
  | "invalidValue"
  | "mutability"
  | "noTarget"
  | "uniqueness";

/** A refusal as SCIM has it. */
export class ScimRefusal extends Error {
  override readonly name = "ScimRefusal";
  readonly status: number;
  readonly scimType: ScimType | undefined;
  /** As the record of administrative acts has it. */
  readonly outcome: string;

  constructor(status: number, scimType: ScimType | undefined, message: string) {
    super(message);
    this.status = status;
    this.scimType = scimType;
    this.outcome = `scim/${scimType ?? status}`;
  }
}

export const scimContent = "application/scim+json; charset=utf-8";

/** Runs a handler, and answers in the words of SCIM for what it refuses; faults stay the server's to tell. */
export async function inScimWords(handle: () => Promise<Answer>): Promise<Answer> {
  try {
    return await handle();
  } catch (error) {
    const refusal = toRefusal(error);
    if (refusal === undefined) throw error;
    return toErrorAnswer(refusal);
  }
}

const wireOf: Readonly<Record<ProvisioningFault, readonly [number, ScimType | undefined]>> = {
  taken: [409, "uniqueness"],
  unknown: [404, undefined],
  changed: [412, undefined],
  protected: [403, undefined],
  invalid: [400, "invalidValue"],
};

/** Nothing for what is no refusal. */
export function toRefusal(error: unknown): ScimRefusal | undefined {
  if (error instanceof ScimRefusal) return error;
  if (error instanceof ProvisioningRefusal) {
    const [status, scimType] = wireOf[error.why];
    return new ScimRefusal(status, scimType, error.message);
  }
  // What the rules of the desk refuse is a conflict: repeated later it may pass.
  if (error instanceof AppError && error.status === 422)
    return new ScimRefusal(409, undefined, error.message);
  return undefined;
}

function toErrorAnswer({ status, scimType, message }: ScimRefusal): Answer {
  return { status, text: { type: scimContent, content: errorText(status, message, scimType) } };
}

const bodySchema = z.object({ error: z.object({ message: z.string() }) });

/** An error that was found before a handler ran, or that is a fault, in the words of SCIM. */
export function inScimForm(answer: Answer): Answer {
  const parsed = bodySchema.safeParse(answer.body);
  if (!parsed.success) return answer;
  const { body: _, ...rest } = answer;
  const { status = 500 } = answer;
  const headers = status === 401 ? { "WWW-Authenticate": "Bearer", ...answer.headers } : answer.headers;
  const scimType = status === 400 ? "invalidSyntax" : undefined;
  const text = { type: scimContent, content: errorText(status, parsed.data.error.message, scimType) };
  return { ...rest, ...(headers === undefined ? {} : { headers }), text };
}

function errorText(status: number, detail: string, scimType: ScimType | undefined): string {
  return JSON.stringify({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail,
  });
}
