import { z } from "zod";

/** Long enough for every channel; beyond it a text is no message of a person. */
const hardMaxTextChars = 64_000;
const maxIdChars = 1000;
const maxNameChars = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const noControl = /^[^\u0000-\u001f\u007f]*$/;
/** Ids become parts of paths, where dots alone would lead elsewhere. */
const id = z
  .string()
  .min(1)
  .max(maxIdChars)
  .regex(noControl, "control characters")
  .regex(/[^.]/, "not an id");
const flag = z.boolean().nullish();
const line = z.string().max(maxIdChars).regex(noControl, "control characters").nullish();
const name = z
  .string()
  .nullish()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what PostgreSQL cannot store
  .transform((text) => text?.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, maxNameChars));

/** A channel's own link to a file; anything else, such as the bytes in a `data:` URL, is as good as none. */
const fileUrl = z
  .url({ protocol: /^https$/ })
  .max(2000)
  .nullish()
  .catch(undefined);

const accountSchema = z.object({ id, name });

/**
 * What may come in from a channel (Activity protocol 3): strict on what the desk uses, and everything else is dropped,
 * so that nothing unchecked goes any further. Channels send `null` for what is not there.
 */
export const activitySchema = z
  .object({
    type: z.string().min(1).max(60),
    id: id.nullish(),
    /**
     * Lower case as every channel's id is. It chooses how the SDK checks the token: "AseChannel" selects a validator of
     * its own, and an empty one passes the check of endorsements (S22), so neither gets that far.
     */
    channelId: z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, "not the id of a channel"),
    serviceUrl: z.string().min(1).max(500),
    conversation: z.object({ id, name, isGroup: flag, conversationType: line, tenantId: line }),
    from: accountSchema,
    recipient: accountSchema,
    text: z
      .string()
      .max(hardMaxTextChars)
      .nullish()
      .transform((text) => text?.replaceAll("\0", "")),
    value: z.unknown().optional(),
    /** Of an event. */
    name: z.string().max(200).nullish(),
    locale: z.string().max(100).nullish(),
    attachments: z
      .array(
        z.object({
          contentType: z.string().max(200).nullish(),
          contentUrl: fileUrl,
          name,
          /** Read by nothing but the hand-off protocol, which checks it. */
          content: z.unknown().optional(),
        }),
      )
      .max(200)
      .nullish(),
    entities: z.array(z.unknown()).max(500).nullish(),
  })
  .refine((activity) => activity.type !== "message" || typeof activity.id === "string", {
    path: ["id"],
    message: "a message needs an id",
  });

export type ChannelActivity = z.infer<typeof activitySchema>;

export type ParsedActivity =
  | { readonly ok: true; readonly activity: ChannelActivity }
  | { readonly ok: false; readonly problem: string };

/** Narrows a request body to an activity, or says in one line what is wrong with it (F28, S23). */
export function parseActivity(body: unknown): ParsedActivity {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) return { ok: true, activity: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
  return { ok: false, problem: `This is not an activity. ${problems.join("; ")}` };
}
