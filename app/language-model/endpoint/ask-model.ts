import { z } from "zod";
import type { PostJson } from "./post-json.js";

export interface ModelMessage {
  readonly role: "system" | "user";
  readonly content: string;
}

export interface ModelPlace {
  readonly endpoint: string;
  readonly model: string;
  readonly key: string | undefined;
}

export interface ModelReply {
  readonly text: string;
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** The endpoint answered, and not with an answer. */
export class ModelRefused extends Error {
  override readonly name = "ModelRefused";
  readonly why: "answered-badly" | "garbage";

  constructor(why: "answered-badly" | "garbage", message: string) {
    super(message);
    this.why = why;
  }
}

export type AskModel = (
  place: ModelPlace,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
) => Promise<ModelReply>;

const answerTokensMost = 500;
/** A token is about so many characters, where the endpoint does not count them. */
const charsPerToken = 3;

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .optional()
    .catch(undefined),
});
const refusalSchema = z.object({ error: z.object({ param: z.enum(["max_tokens", "temperature"]) }) });

type Dialect = { readonly limit: "max_tokens" | "max_completion_tokens"; readonly hasTemperature: boolean };

/**
 * Asks any endpoint that speaks OpenAI's chat completions. Newer models refuse the older names of two settings: what the
 * endpoint says about that is believed once, and remembered for the place.
 */
export function createAskModel(post: PostJson): AskModel {
  const dialects = new Map<string, Dialect>();

  return async function ask(place, messages, signal) {
    const name = `${place.endpoint} ${place.model}`;
    const dialect = dialects.get(name) ?? { limit: "max_tokens", hasTemperature: true };
    const { status, text } = await post(
      {
        address: `${place.endpoint.replace(/\/+$/u, "")}/chat/completions`,
        headers: place.key === undefined ? {} : { Authorization: `Bearer ${place.key}` },
        body: {
          model: place.model,
          messages,
          stream: false,
          [dialect.limit]: answerTokensMost,
          ...(dialect.hasTemperature ? { temperature: 0 } : {}),
        },
      },
      signal,
    );
    if (status === 400) {
      const other = toOther(text, dialect);
      if (other !== undefined) {
        dialects.set(name, other);
        return ask(place, messages, signal);
      }
    }
    if (status < 200 || status >= 300) {
      throw new ModelRefused("answered-badly", `The endpoint of the language model answered ${status}.`);
    }
    return toReply(text, messages);
  };
}

/** How the endpoint wants to be asked, where it says so and was not asked like that yet. */
function toOther(text: string, dialect: Dialect): Dialect | undefined {
  const refusal = refusalSchema.safeParse(parse(text));
  if (!refusal.success) return undefined;
  if (refusal.data.error.param === "temperature") {
    return dialect.hasTemperature ? { ...dialect, hasTemperature: false } : undefined;
  }
  return dialect.limit === "max_tokens" ? { ...dialect, limit: "max_completion_tokens" } : undefined;
}

function toReply(text: string, messages: readonly ModelMessage[]): ModelReply {
  const completion = completionSchema.safeParse(parse(text));
  const content = completion.data?.choices[0]?.message.content;
  if (content === undefined) {
    throw new ModelRefused("garbage", "The endpoint of the language model answered what is no completion.");
  }
  const { usage } = completion.data ?? {};
  const sent = messages.reduce((sum, message) => sum + message.content.length, 0);
  return {
    // Models that think aloud do so first.
    text: content.replace(/^\s*<think>[\s\S]*?<\/think>/u, "").trim(),
    promptTokens: usage?.prompt_tokens ?? Math.ceil(sent / charsPerToken),
    answerTokens: usage?.completion_tokens ?? Math.ceil(content.length / charsPerToken),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
